// Package query reads for operators and signers.
package query

import (
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/internal/party"
	"campus.example/sealdesk/workflow/port"
)

// Query runs the acts of the subject. The services it names are those it calls.
type Query struct {
	*action.Runner
	Parties *party.Parties

	Sealer port.Sealer
}
