// Package identity verifies signers: statements, methods, manual review, and what a company of Party B shows.
package identity

import (
	"context"

	"sealdesk/workflow/access"
	"sealdesk/workflow/internal/action"
	"sealdesk/workflow/internal/party"
	"sealdesk/workflow/placement"
	"sealdesk/workflow/port"
	"sealdesk/workflow/rules"
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
