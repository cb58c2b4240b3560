// Package access lets signers in: links, one-time codes, sessions, and the way from a computer to a phone.
package access

import (
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/internal/notify"
)

// Access runs the acts of the subject. The services it names are those it calls.
type Access struct {
	*action.Runner
	Notifier *notify.Notifier
}
