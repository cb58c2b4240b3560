package identity

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg"
	_ "image/png"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Limits of an uploaded photo (S85, S86).
const (
	MaxPhotoBytes = 10 << 20
	minPhotoSide  = 300 // pixels
	maxPhotoSide  = 12000
)

// Photos are the two pictures of a manual review: the front of the document, and the person holding it. A review of an
// enrolment has one: the letter or the seal.
type Photos struct {
	Front, Held []byte
	Original    []byte // the PDF, when Front is a picture of its first page
}

// SubmitPhotos begins a manual review (S85–S88). Errors: CodeMethodNotOffered, CodePhotoInvalid, CodePhotoTooBig,
// CodePhotoHEIC, CodeConsentMissing.
//
// A photo left out is taken from the refused try, when the reason of the refusal named only the other one (G11).
func (o *Identities) SubmitPhotos(ctx context.Context, by domain.Caller, photos Photos, consent domain.Consent) error {
	wanted, err := o.PhotosWanted(ctx, by)
	if err != nil {
		return err
	}
	for _, photo := range []struct {
		bytes []byte
		keep  string
	}{{photos.Front, wanted.KeptFront}, {photos.Held, wanted.KeptHeld}} {
		if len(photo.bytes) == 0 && photo.keep != "" {
			continue
		}
		if err := checkPhoto(photo.bytes); err != nil {
			return err
		}
	}
	allowed := func(w *action.Work) (domain.Person, error) {
		p, err := o.unverified(w, by.ID)
		if err != nil {
			return p, err
		}
		if err := o.nothingRunning(w, by.ID); err != nil {
			return p, err
		}
		if err := keptStill(w, by.ID, wanted); err != nil {
			return p, err
		}
		return p, o.offered(w, p, domain.MethodManual)
	}
	// Asked before the photos are stored and again with the review: nobody fills the disk without the right to.
	err = o.Act(ctx, by, domain.ActionReviewOpen, action.PersonObject(by.ID), func(w *action.Work) error {
		if !consent.Agreed {
			return domain.Fail(domain.CodeConsentMissing)
		}
		_, err := allowed(w)
		return err
	})
	if err != nil {
		return err
	}
	front, err := o.keepPhoto(ctx, by.ID, photos.Front, wanted.KeptFront)
	if err != nil {
		return err
	}
	held, err := o.keepPhoto(ctx, by.ID, photos.Held, wanted.KeptHeld)
	if err != nil {
		return err
	}
	return o.Act(ctx, by, domain.ActionReviewOpen, action.PersonObject(by.ID), func(w *action.Work) error {
		p, err := allowed(w)
		if err != nil {
			return err
		}
		if err := o.Parties.Consent(w, by.ID, consent); err != nil {
			return err
		}
		return o.openReview(w, p, front, held)
	})
}

func (o *Identities) openReview(w *action.Work, p domain.Person, front, held string) error {
	v, err := o.newTry(w, p, domain.MethodManual, domain.VerificationReview, "")
	if err != nil {
		return err
	}
	v.Front, v.Held = front, held
	if err := w.UpdateVerification(v, v.State); err != nil {
		return err
	}
	return o.review(w, domain.Review{Kind: domain.ReviewIdentity, Verification: v.ID, Person: p.ID})
}

// checkPhoto refuses what is no photo before anything decodes it in full.
func checkPhoto(b []byte) error {
	if len(b) > MaxPhotoBytes {
		return domain.Fail(domain.CodePhotoTooBig, MaxPhotoBytes>>20)
	}
	if len(b) > 12 && string(b[4:8]) == "ftyp" {
		return domain.Fail(domain.CodePhotoHEIC)
	}
	head, _, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return domain.Fail(domain.CodePhotoInvalid).Because(err)
	}
	if head.Width < minPhotoSide || head.Height < minPhotoSide || head.Width > maxPhotoSide || head.Height > maxPhotoSide {
		return domain.Fail(domain.CodePhotoInvalid)
	}
	return nil
}

// ClaimReview takes a review for one reviewer. Errors: CodeReviewClaimed when another has it.
func (o *Identities) ClaimReview(ctx context.Context, by domain.Caller, id string) error {
	return o.reviewAct(ctx, by, id, domain.ActionReviewClaim, func(w *action.Work, r domain.Review) error {
		if r.State == domain.ReviewClaimed && r.By == by.ID {
			return nil
		}
		if r.State != domain.ReviewOpen {
			return domain.Fail(domain.CodeReviewClaimed, id, r.By)
		}
		r.State, r.By, r.Claimed = domain.ReviewClaimed, by.ID, o.Now()
		return o.saveReview(w, r, domain.ReviewOpen)
	})
}

// ReviewPhotos shows what is reviewed to the reviewer who has claimed the review; the look is an event.
func (o *Identities) ReviewPhotos(ctx context.Context, by domain.Caller, id string) (p Photos, err error) {
	var person, front, held string
	err = o.reviewAct(ctx, by, id, domain.ActionReviewLook, func(w *action.Work, r domain.Review) error {
		if err := claimedBy(r, by.ID); err != nil {
			return err
		}
		if r.Kind == domain.ReviewIdentity {
			v, err := w.Verification(r.Verification)
			if err != nil {
				return err
			}
			person, front, held = v.Person, v.Front, v.Held
		} else {
			e, err := w.Enrolment(r.Enrolment)
			if err != nil {
				return err
			}
			person, front, held = e.Person, e.File, ""
		}
		return w.Record(domain.ActionReviewLook, domain.ObjectReview+id, domain.Event{})
	})
	if err != nil {
		return p, err
	}
	if p.Front, err = o.Store.Photo(ctx, person, front); err != nil {
		return p, err
	}
	if held != "" {
		p.Held, err = o.Store.Photo(ctx, person, held)
	}
	if err == nil && IsPDF(p.Front) && o.Paint != nil {
		p.Original = p.Front
		p.Front, err = o.Paint(ctx, p.Original, 1, reviewWidth)
	}
	return p, err
}

// reviewWidth is how wide a page of a letter is painted for the desk, in pixels: its small print can be read.
const reviewWidth = 1600

// ApproveReview decides for the person. Errors: CodeReviewNotClaimed, CodeReviewClaimed.
func (o *Identities) ApproveReview(ctx context.Context, by domain.Caller, id, note string) error {
	return o.decide(ctx, by, id, domain.ActionReviewApprove, func(w *action.Work, r *domain.Review) error {
		r.State, r.Note = domain.ReviewApproved, note
		if r.Kind != domain.ReviewIdentity {
			return o.enrolled(w, *r)
		}
		v, err := w.Verification(r.Verification)
		if err != nil {
			return err
		}
		return o.pass(w, v)
	})
}

// RejectReview refuses with a coded reason the person will read (G11).
func (o *Identities) RejectReview(ctx context.Context, by domain.Caller, id string, reason domain.ReviewReason, note string) error {
	return o.decide(ctx, by, id, domain.ActionReviewReject, func(w *action.Work, r *domain.Review) error {
		if _, err := domain.ParseReviewReason(r.Kind, string(reason)); err != nil {
			return err
		}
		r.State, r.Reason, r.Note = domain.ReviewRejected, reason, note
		if r.Kind != domain.ReviewIdentity {
			return o.enrolled(w, *r)
		}
		v, err := w.Verification(r.Verification)
		if err != nil {
			return err
		}
		from := v.State
		v.State, v.Decided, v.Detail = domain.VerificationRefused, o.Now(), domain.Code(reason)
		return w.UpdateVerification(v, from)
	})
}

// enrolled writes what was decided of an enrolment.
func (o *Identities) enrolled(w *action.Work, r domain.Review) error {
	e, err := w.Enrolment(r.Enrolment)
	if err != nil {
		return err
	}
	e.State, e.Reason, e.Decided = r.State, r.Reason, r.Decided
	return w.DecideEnrolment(e)
}

func (o *Identities) decide(ctx context.Context, by domain.Caller, id string, what domain.Action, how func(*action.Work, *domain.Review) error) error {
	return o.reviewAct(ctx, by, id, what, func(w *action.Work, r domain.Review) error {
		if err := claimedBy(r, by.ID); err != nil {
			return err
		}
		r.Decided = o.Now()
		if err := how(w, &r); err != nil {
			return err
		}
		return o.saveReview(w, r, domain.ReviewClaimed)
	})
}

func (o *Identities) saveReview(w *action.Work, r domain.Review, from domain.ReviewState) error {
	if err := w.UpdateReview(r, from); err != nil {
		return err
	}
	return w.Record(reviewAction(r.State), domain.ObjectReview+r.ID, domain.Event{
		Before: string(from), After: string(r.State), Code: domain.Code(r.Reason), Detail: subjectOf(r),
	})
}

func (o *Identities) reviewAct(ctx context.Context, by domain.Caller, id string, what domain.Action, do func(*action.Work, domain.Review) error) error {
	return o.Act(ctx, by, what, domain.ObjectReview+id, func(w *action.Work) error {
		r, err := w.Review(id)
		if err != nil {
			return err
		}
		return do(w, r)
	})
}

// reviewAction is the action of a review that came to the state.
func reviewAction(s domain.ReviewState) domain.Action { return domain.Action("review." + string(s)) }

func claimedBy(r domain.Review, operator string) error {
	switch {
	case r.State == domain.ReviewClaimed && r.By == operator:
		return nil
	case r.State == domain.ReviewOpen:
		return domain.Fail(domain.CodeReviewNotClaimed, r.ID)
	}
	return domain.Fail(domain.CodeReviewClaimed, r.ID, r.By)
}
