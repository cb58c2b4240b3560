// Package notify sends links and texts to signers and to the office, and tells the procurement system.
package notify

import (
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/port"
)

// Notifier runs the acts of the subject. The services it names are those it calls.
type Notifier struct {
	*action.Runner
	Procurement port.Procurement
	SMS         port.SMS
}
