package notify

import (
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Notice sends a message without a link.
func (o *Notifier) Notice(w *action.Work, kind domain.MessageKind, c domain.Contract, person string, now time.Time) error {
	p, err := w.Person(person)
	if err != nil {
		return err
	}
	at, err := o.awake(w, now)
	if err != nil {
		return err
	}
	return o.Text(w, domain.Message{Kind: kind, Person: person, Phone: p.Phone, Contract: c.No}, now, at)
}

// awake returns when a message that can wait may go out.
func (o *Notifier) awake(w *action.Work, now time.Time) (time.Time, error) {
	rules, err := o.Rules(w)
	return rules.QuietHours.Until(now.In(o.Zone())), err
}
