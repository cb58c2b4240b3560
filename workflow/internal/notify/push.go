package notify

import (
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// CallSigner sends a link to whoever's turn it is (S38).
func (o *Notifier) CallSigner(w *action.Work, kind domain.MessageKind, c domain.Contract, person string, now time.Time) error {
	p, err := w.Person(person)
	if err != nil {
		return err
	}
	link, err := o.NewLink(w, p.ID, c.No, c.ExpiresAt)
	if err != nil {
		return err
	}
	at, err := o.awake(w, now)
	if err != nil {
		return err
	}
	return o.Text(w, domain.Message{Kind: kind, Person: p.ID, Phone: p.Phone, Contract: c.No, Link: link.ID}, now, at)
}

func (o *Notifier) NewLink(w *action.Work, person, contract string, until time.Time) (domain.Link, error) {
	id, err := o.NewID(domain.IDLink, 10)
	if err != nil {
		return domain.Link{}, err
	}
	code, err := o.NewID("", 10)
	if err != nil {
		return domain.Link{}, err
	}
	link := domain.Link{ID: id, Code: code, Person: person, Contract: contract, Expires: until}
	return link, w.InsertLink(link)
}

// Text puts one message and the job that sends it into the outbox.
func (o *Notifier) Text(w *action.Work, m domain.Message, now, at time.Time) error {
	id, err := o.NewID(domain.IDMessage, 10)
	if err != nil {
		return err
	}
	m.ID, m.State, m.Queued = id, domain.MessageQueued, now
	if err := w.InsertMessage(m); err != nil {
		return err
	}
	return o.Enqueue(w, domain.JobSMS, domain.JobKeySMS+id, action.JobArgs{ID: id}, at)
}
