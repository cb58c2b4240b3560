// Package operators keeps the people of the office: roles, duty, and who speaks through an account.
package operators

import (
	"sealdesk/workflow/internal/action"
	"sealdesk/workflow/internal/party"
)

// Operators runs the acts of the subject. The services it names are those it calls.
type Operators struct {
	*action.Runner
	Parties *party.Parties
}
