// Package identity verifies signers: statements, methods, manual review, and what a company of Party B shows.
package identity

import (
	"context"

	"campus.example/sealdesk/workflow/access"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/internal/party"
	"campus.example/sealdesk/workflow/placement"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/rules"
)

// Identities runs the acts of the subject. The services it names are those it calls.
type Identities struct {
	*action.Runner
	Access    *access.Access
	Parties   *party.Parties
	Placement *placement.Placement
	Rulebook  *rules.Rulebook

	Pages port.Pages
	// Paint makes a PNG of a page so many pixels wide; it may be nil.
	Paint    func(ctx context.Context, pdf []byte, page, width int) ([]byte, error)
	Verifier port.Verifier
}
