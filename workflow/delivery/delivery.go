// Package delivery returns finals to the procurement system and compares them every night.
package delivery

import (
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/internal/notify"
	"campus.example/sealdesk/workflow/lifecycle"
	"campus.example/sealdesk/workflow/port"
)

// Delivery runs the acts of the subject. The services it names are those it calls.
type Delivery struct {
	*action.Runner
	Lifecycle *lifecycle.Lifecycle
	Notifier  *notify.Notifier

	Procurement port.Procurement
}
