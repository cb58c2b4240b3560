// Package query reads for operators and signers.
package query

import (
	"sealdesk/workflow/internal/action"
	"sealdesk/workflow/internal/party"
	"sealdesk/workflow/port"
)

// Query runs the acts of the subject. The services it names are those it calls.
type Query struct {
	*action.Runner
	Parties *party.Parties

	Sealer port.Sealer
}
