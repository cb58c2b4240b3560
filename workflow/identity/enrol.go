package identity

import (
	"bytes"
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Showing is what a signer shows for his company: in what capacity he acts, the letter of authority (授权委托书), and a
// picture of the seal if it is not to be drawn from the registered name.
type Showing struct {
	As      domain.Authority
	Letter  []byte // PDF, JPEG or PNG
	Picture []byte // JPEG or PNG
	Consent domain.Consent
}

// Enrol hands to the review desk what a company shows once (G3, G4). Errors: CodeAuthorityMissing, CodeLetterRequired,
// CodeAuthorityWaiting, CodeLetterInvalid, those of photos, and those of the act that is due.
func (o *Identities) Enrol(ctx context.Context, by domain.Caller, no string, s Showing) error {
	// Asked before anything is looked at or stored, and again with the effect: nobody fills the disk without the right to.
	err := o.Act(ctx, by, domain.ActionContractEnrol, action.ContractObject(no), func(w *action.Work) error {
		_, _, err := o.mayEnrol(w, by.ID, no, s)
		return err
	})
	if err != nil {
		return err
	}
	letter, picture := "", ""
	if len(s.Letter) > 0 {
		if err := o.checkLetter(ctx, s.Letter); err != nil {
			return err
		}
		if letter, err = o.Store.PutPhoto(ctx, by.ID, s.Letter); err != nil {
			return err
		}
	}
	if len(s.Picture) > 0 {
		if err := checkPhoto(s.Picture); err != nil {
			return err
		}
		if err := o.Placement.Drawable(domain.ActBSeal, domain.Place{}, domain.Appearance{Picture: s.Picture}); err != nil {
			return err
		}
		if picture, err = o.Store.PutPhoto(ctx, by.ID, s.Picture); err != nil {
			return err
		}
	}
	return o.Act(ctx, by, domain.ActionContractEnrol, action.ContractObject(no), func(w *action.Work) error {
		c, m, err := o.mayEnrol(w, by.ID, no, s)
		if err != nil {
			return err
		}
		if err := o.Parties.Consent(w, by.ID, s.Consent); err != nil {
			return err
		}
		if letter != "" {
			err = o.openEnrolment(w, c, domain.Enrolment{Kind: domain.EnrolAuthority, Person: by.ID, As: s.As, File: letter})
		} else {
			err = o.Authorise(w, &m, c, by.ID, s.As)
		}
		if err != nil || picture == "" {
			return err
		}
		return o.openEnrolment(w, c, domain.Enrolment{Kind: domain.EnrolSeal, Person: by.ID, File: picture})
	})
}

func (o *Identities) mayEnrol(w *action.Work, person, no string, s Showing) (c domain.Contract, m Mandate, err error) {
	if _, c, _, err = o.Parties.DueFrom(w, person, no, domain.ActBSeal); err != nil {
		return c, m, err
	}
	if !s.Consent.Agreed {
		return c, m, domain.Fail(domain.CodeConsentMissing)
	}
	if m, err = o.Mandate(w, person, c.B); err != nil {
		return c, m, err
	}
	legal := s.As == domain.AuthorityLegalRepresentative
	shown := m.As != "" || legal || s.As == domain.AuthorityAuthorised && len(s.Letter) > 0
	switch {
	case len(m.Waiting) > 0:
		err = domain.Fail(domain.CodeAuthorityWaiting)
	case m.As == "" && legal && m.LetterNeeded && len(s.Letter) == 0:
		err = domain.Fail(domain.CodeLetterRequired)
	case !shown || len(s.Letter) == 0 && len(s.Picture) == 0:
		err = domain.Fail(domain.CodeAuthorityMissing)
	}
	return c, m, err
}

// checkLetter refuses what is neither a sound PDF nor a photo.
func (o *Identities) checkLetter(ctx context.Context, b []byte) error {
	if !IsPDF(b) {
		return checkPhoto(b)
	}
	if len(b) > MaxPhotoBytes {
		return domain.Fail(domain.CodePhotoTooBig, MaxPhotoBytes>>20)
	}
	if _, err := o.Pages.Examine(ctx, b, nil); domain.CodeOf(err) != "" {
		return domain.Fail(domain.CodeLetterInvalid).Because(err)
	} else if err != nil {
		return err
	}
	return nil
}

func IsPDF(b []byte) bool { return bytes.HasPrefix(b, []byte("%PDF-")) }

// openEnrolment keeps what waits for the review desk, and its review.
func (o *Identities) openEnrolment(w *action.Work, c domain.Contract, e domain.Enrolment) error {
	e.State = domain.ReviewOpen
	e, err := o.enrol(w, c, e)
	if err != nil {
		return err
	}
	return o.review(w, domain.Review{Kind: domain.ReviewKind(e.Kind), Enrolment: e.ID, Person: e.Person})
}

// review puts a case on the review desk.
func (o *Identities) review(w *action.Work, r domain.Review) (err error) {
	if r.ID, err = o.NewID(domain.IDReview, 6); err != nil {
		return err
	}
	now := o.Now()
	r.State, r.Opened, r.Due = domain.ReviewOpen, now, now.Add(domain.ReviewPromise)
	if err := w.InsertReview(r); err != nil {
		return err
	}
	return w.Record(domain.ActionReviewOpen, domain.ObjectReview+r.ID, domain.Event{After: string(r.State), Detail: subjectOf(r)})
}

// subjectOf says what a review is of, for the record.
func subjectOf(r domain.Review) domain.Detail {
	if r.Kind == domain.ReviewIdentity {
		return domain.Fields("verification", r.Verification)
	}
	return domain.Fields(string(r.Kind), r.Enrolment)
}
