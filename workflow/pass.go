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
func (o *Office) Pass(ctx context.Context, person string) (link domain.Link, err error) {
	note := "pass:" + person
	err = o.Store.Read(ctx, func(tx Tx) error {
		link, err = o.livePass(tx, note)
		return err
	})
	if err != nil || link.ID != "" {
		return link, err
	}
	err = o.Store.InTx(ctx, func(tx Tx) error {
		// Another window may have been faster.
		if link, err = o.livePass(tx, note); err != nil || link.ID != "" {
			return err
		}
		if err := tx.KillLinks("", person); err != nil {
			return err
		}
		if link, err = o.newLink(tx, person, "", o.Now().Add(PassLife)); err != nil {
			return err
		}
		return tx.SetNote(note, link.ID)
	})
	return link, err
}

// livePass is the pass made last, when it is good for a while yet.
func (o *Office) livePass(tx Tx, note string) (domain.Link, error) {
	id, err := tx.Note(note)
	if err != nil || id == "" {
		return domain.Link{}, err
	}
	link, err := tx.Link(id)
	if domain.CodeOf(err) == domain.CodeNotFound || (err == nil && (link.Dead || link.Expires.Sub(o.Now()) < passAhead)) {
		return domain.Link{}, nil
	}
	return link, err
}
