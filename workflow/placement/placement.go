// Package placement finds where the acts of a contract stand, by words, templates and hand.
package placement

import (
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/port"
)

// Placement runs the acts of the subject. The services it names are those it calls.
type Placement struct {
	*action.Runner
	Sealer port.Sealer
}
