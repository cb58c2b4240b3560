// Package lifecycle changes the course of a contract: contact, period, reminder, refusal, recall, end, void.
package lifecycle

import (
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/internal/notify"
	"campus.example/sealdesk/workflow/internal/party"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/signing"
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
