// Package rules keeps the rules that bind the people of the office, and says which providers count.
package rules

import (
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/port"
)

// Rulebook runs the acts of the subject. The services it names are those it calls.
type Rulebook struct {
	*action.Runner
	Sealer     port.Sealer
	Timestamps port.Timestamper
	Verifier   port.Verifier
}
