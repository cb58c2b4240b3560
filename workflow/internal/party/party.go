// Package party knows the people behind phones, whose turn it is, and whose name differs.
package party

import (
	"campus.example/sealdesk/workflow/internal/action"
)

// Parties runs the acts of the subject. The services it names are those it calls.
type Parties struct {
	*action.Runner
}
