// Package intake takes contracts in: from the list of the procurement system, from an import, out of quarantine.
package intake

import (
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/internal/notify"
	"campus.example/sealdesk/workflow/internal/party"
	"campus.example/sealdesk/workflow/placement"
	"campus.example/sealdesk/workflow/port"
)

// Intakes runs the acts of the subject. The services it names are those it calls.
type Intakes struct {
	*action.Runner
	Notifier  *notify.Notifier
	Parties   *party.Parties
	Placement *placement.Placement

	Pages       port.Pages
	Procurement port.Procurement
	// Sentence turns an error into words for the procurement system.
	Sentence func(error) string
}
