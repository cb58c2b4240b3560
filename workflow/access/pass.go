package access

import (
	"context"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

const (
	// PassLife is how long a pass from the computer to the phone is good (S55).
	PassLife = 5 * time.Minute
	// passAhead is what a pass still shown must have left; with less a new one is made.
	passAhead = 3 * time.Minute
)

// Pass gives the short-lived link that a QR code carries from somebody's computer to his phone. It belongs to his
// account and, like every link, opens nothing without a code to his phone. It is good once.
func (o *Access) Pass(ctx context.Context, by domain.Caller) (link domain.Link, err error) {
	note := domain.NotePass + by.ID
	err = o.View(ctx, by, domain.ActionSignerRead, action.PersonObject(by.ID), func(w *action.Work) error {
		link, err = o.livePass(w, note)
		return err
	})
	if err != nil || link.ID != "" {
		return link, err
	}
	err = o.BySystem(ctx, func(w *action.Work) error {
		// Another window may have been faster.
		if link, err = o.livePass(w, note); err != nil || link.ID != "" {
			return err
		}
		if err := w.KillLinks("", by.ID); err != nil {
			return err
		}
		if link, err = o.Notifier.NewLink(w, by.ID, "", o.Now().Add(PassLife)); err != nil {
			return err
		}
		return w.SetNote(note, link.ID)
	})
	return link, err
}

// livePass is the pass made last, when it is good for a while yet.
func (o *Access) livePass(w *action.Work, note string) (domain.Link, error) {
	id, err := w.Note(note)
	if err != nil || id == "" {
		return domain.Link{}, err
	}
	link, err := w.Link(id)
	if domain.CodeOf(err) == domain.CodeNotFound || (err == nil && (link.Dead || link.Expires.Sub(o.Now()) < passAhead)) {
		return domain.Link{}, nil
	}
	return link, err
}
