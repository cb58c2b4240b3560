// Package operators keeps the people of the office: roles, duty, and who speaks through an account.
package operators

import (
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/internal/party"
)

// Operators runs the acts of the subject. The services it names are those it calls.
type Operators struct {
	*action.Runner
	Parties *party.Parties
}
