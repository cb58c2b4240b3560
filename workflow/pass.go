package workflow

import (
	"context"
	"time"

	"sealdesk/domain"
)

const (
	// PassLife is how long a pass from the computer to the phone is good (S55).
	PassLife = 5 * time.Minute
	// passAhead is what a pass still shown must have left; with less a new one is made.
	passAhead = 3 * time.Minute
)

// Pass gives the short-lived link that a QR code carries from somebody's computer to his phone. It belongs to his
// account and, like every link, opens nothing without a code to his phone. It is good once.
func (o *Office) Pass(ctx context.Context, by domain.Caller) (link domain.Link, err error) {
	note := domain.NotePass + by.ID
	err = o.view(ctx, by, domain.ActionSignerRead, personObject(by.ID), func(w *Work) error {
		link, err = o.livePass(w, note)
		return err
	})
	if err != nil || link.ID != "" {
		return link, err
	}
	err = o.bySystem(ctx, func(w *Work) error {
		// Another window may have been faster.
		if link, err = o.livePass(w, note); err != nil || link.ID != "" {
			return err
		}
		if err := w.KillLinks("", by.ID); err != nil {
			return err
		}
		if link, err = o.newLink(w, by.ID, "", o.Now().Add(PassLife)); err != nil {
			return err
		}
		return w.SetNote(note, link.ID)
	})
	return link, err
}

// livePass is the pass made last, when it is good for a while yet.
func (o *Office) livePass(w *Work, note string) (domain.Link, error) {
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
