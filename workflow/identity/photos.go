package identity

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// PhotosWanted says which photos a manual review still needs, and the references of those that may stand (G11).
type PhotosWanted struct {
	Front, Held         bool
	KeptFront, KeptHeld string
	Reason              domain.ReviewReason // of the refusal before, "" without one
}

// PhotosWanted looks at the refusal before: when its reason names one photo, only that one is asked for again.
func (o *Identities) PhotosWanted(ctx context.Context, by domain.Caller) (w PhotosWanted, err error) {
	var last domain.Verification
	var p domain.Person
	err = o.View(ctx, by, domain.ActionSignerRead, action.PersonObject(by.ID), func(w *action.Work) error {
		last = domain.Verification{}
		tries, err := w.Verifications(domain.VerificationFilter{Person: by.ID, Limit: 1})
		if err != nil {
			return err
		}
		if len(tries) > 0 {
			last = tries[0]
		}
		p, err = w.Person(by.ID)
		return err
	})
	w = PhotosWanted{Front: true, Held: true}
	if err != nil || last.State != domain.VerificationRefused {
		return w, err
	}
	w.Reason = domain.ReviewReason(last.Detail)
	if last.Identity != p.Identity {
		return w, nil // another document is shown now
	}
	switch w.Reason {
	case domain.ReasonFrontUnreadable:
		w.KeptHeld = last.Held
	case domain.ReasonHeldUnreadable, domain.ReasonNotTheHolder:
		w.KeptFront = last.Front
	}
	// A photo that is destroyed meanwhile (G19) is asked for again.
	if w.KeptFront != "" && o.photoThere(ctx, by.ID, w.KeptFront) {
		w.Front = false
	} else {
		w.KeptFront = ""
	}
	if w.KeptHeld != "" && o.photoThere(ctx, by.ID, w.KeptHeld) {
		w.Held = false
	} else {
		w.KeptHeld = ""
	}
	return w, nil
}

func (o *Identities) photoThere(ctx context.Context, person, ref string) bool {
	_, err := o.Store.Photo(ctx, person, ref)
	return err == nil
}

// keptStill refuses when a photo that was to stand has been let go of meanwhile (G19): it is then asked for again.
func keptStill(w *action.Work, person string, wanted PhotosWanted) error {
	if wanted.KeptFront == "" && wanted.KeptHeld == "" {
		return nil
	}
	tries, err := w.Verifications(domain.VerificationFilter{Person: person, Limit: 1})
	if err != nil {
		return err
	}
	if len(tries) == 0 || wanted.KeptFront != "" && tries[0].Front != wanted.KeptFront ||
		wanted.KeptHeld != "" && tries[0].Held != wanted.KeptHeld {
		return domain.Fail(domain.CodePhotoInvalid)
	}
	return nil
}

// keepPhoto stores a photo, or lets the one before stand.
func (o *Identities) keepPhoto(ctx context.Context, person string, photo []byte, before string) (string, error) {
	if len(photo) == 0 && before != "" {
		return before, nil
	}
	return o.Store.PutPhoto(ctx, person, photo)
}
