// Package lifecycle changes the course of a contract: contact, period, reminder, refusal, recall, end, void.
package lifecycle

import (
	"time"

	"sealdesk/domain"
	"sealdesk/workflow/internal/action"
	"sealdesk/workflow/internal/notify"
	"sealdesk/workflow/internal/party"
	"sealdesk/workflow/port"
	"sealdesk/workflow/signing"
)

// Lifecycle runs the acts of the subject. The services it names are those it calls.
type Lifecycle struct {
	*action.Runner
	Notifier   *notify.Notifier
	Parties    *party.Parties
	Signatures *signing.Signatures

	Pages port.Pages
	// VoidPaper makes the document that voids a contract, with places for both parties and the office to sign.
	VoidPaper func(c domain.Contract, reason string, at time.Time) ([]byte, error)
}
