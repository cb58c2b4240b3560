package workflow_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/identity"
	"campus.example/sealdesk/workflow/port"
)

// toSeal is an office where Party B's seal is due.
func toSeal(t *testing.T, no string) *desk {
	t.Helper()
	d := pushed(t, no)
	d.verify(phoneB, nameB, numberB)
	d.must(d.sign(phoneB, no))
	d.done()
	return d
}

func (d *desk) mandate(no string) identity.Mandate {
	d.t.Helper()
	m, err := d.MandateOf(d.t.Context(), domain.InSession(d.person(phoneB).ID), no)
	d.must(err)
	return m
}

// again brings a second contract of the same company to its seal.
func (d *desk) again(no string) {
	d.t.Helper()
	d.accept(no)
	d.must(d.Push(d.t.Context(), domain.Claimed("op"), no))
	d.done()
	d.must(d.sign(phoneB, no))
	d.done()
}

// decide claims the only open review and decides it.
func (d *desk) decide(kind domain.ReviewKind, how func(id string) error) {
	d.t.Helper()
	list, err := d.ReviewQueue(d.t.Context(), domain.Claimed("reviewer"), []domain.ReviewState{domain.ReviewOpen}, 0)
	d.must(err)
	for _, r := range list {
		if r.Kind == kind {
			d.must(d.ClaimReview(d.t.Context(), domain.Claimed("reviewer"), r.ID))
			d.must(how(r.ID))
			return
		}
	}
	d.t.Fatalf("no review of a %s among %d", kind, len(list))
}

func (d *desk) approve(id string) error {
	return d.ApproveReview(d.t.Context(), domain.Claimed("reviewer"), id, "")
}

// G3, G4: a legal representative declares that he is one, the seal is drawn from the registered name; both are kept and
// serve the company's next contract.
func TestG4SealIsEnrolledOnceAndUsedAgain(t *testing.T) {
	d := toSeal(t, "HT-1")
	person := d.person(phoneB).ID
	d.want(d.SealForB(t.Context(), domain.InSession(person), "HT-1", "", agreed("authority")), domain.CodeAuthorityMissing)
	d.want(d.SealForB(t.Context(), domain.InSession(person), "HT-1", domain.AuthorityAuthorised, agreed("authority")), domain.CodeAuthorityMissing)
	d.must(d.sealB("HT-1"))
	d.done()
	first := d.mandate("HT-1")
	if first.As != domain.AuthorityLegalRepresentative || first.Seal == nil || first.Seal.File != "" || first.Seal.Name != "某某科技有限公司" {
		t.Fatalf("%+v", first)
	}
	d.again("HT-2")
	d.must(d.SealForB(t.Context(), domain.InSession(person), "HT-2", "", agreed("authority"))) // nothing is asked again
	d.done()
	if next := d.mandate("HT-2"); next.Seal.ID != first.Seal.ID {
		t.Error("the seal was enrolled twice")
	}
	if !d.recorded("contract:HT-1", "enrol.seal") || !d.recorded("contract:HT-1", "enrol.authority") || d.recorded("contract:HT-2", "enrol.seal") {
		t.Error(d.events("contract:HT-2"))
	}
	d.clock.Advance(370 * 24 * 60 * 60 * 1e9)
	if m := d.mandate("HT-2"); m.As != "" || m.Seal == nil {
		t.Errorf("after a year: %+v", m)
	}
}

// G3: who is authorised shows the letter, and seals only when the review desk has approved it.
func TestG3LetterOfAuthorityIsReviewed(t *testing.T) {
	d := toSeal(t, "HT-1")
	person := d.person(phoneB).ID
	shows := identity.Showing{As: domain.AuthorityAuthorised, Consent: agreed("authority")}
	d.want(d.Enrol(t.Context(), domain.InSession(person), "HT-1", shows), domain.CodeAuthorityMissing)
	shows.Letter = []byte("no letter at all")
	d.want(d.Enrol(t.Context(), domain.InSession(person), "HT-1", shows), domain.CodePhotoInvalid)
	shows.Letter = []byte("%PDF-1.7 letter")
	d.pages.Fail(domain.Fail(domain.CodeDocActive))
	d.want(d.Enrol(t.Context(), domain.InSession(person), "HT-1", shows), domain.CodeLetterInvalid)
	d.pages.Fail(nil)
	shows.Consent.Agreed = false
	d.want(d.Enrol(t.Context(), domain.InSession(person), "HT-1", shows), domain.CodeConsentMissing)
	shows.Consent.Agreed = true
	d.must(d.Enrol(t.Context(), domain.InSession(person), "HT-1", shows))
	d.want(d.Enrol(t.Context(), domain.InSession(person), "HT-1", shows), domain.CodeAuthorityWaiting)
	d.want(d.SealForB(t.Context(), domain.InSession(person), "HT-1", domain.AuthorityLegalRepresentative, agreed("authority")), domain.CodeAuthorityWaiting)

	d.Paint = func(_ context.Context, pdf []byte, _, _ int) ([]byte, error) {
		return append([]byte("painted "), pdf...), nil
	}
	d.decide(domain.ReviewAuthority, func(id string) error {
		seen, err := d.ReviewPhotos(t.Context(), domain.Claimed("reviewer"), id)
		if err != nil || string(seen.Front) != "painted %PDF-1.7 letter" || string(seen.Original) != "%PDF-1.7 letter" || seen.Held != nil {
			t.Errorf("%s, %v", seen.Front, err)
		}
		d.want(d.RejectReview(t.Context(), domain.Claimed("reviewer"), id, domain.ReasonHeldUnreadable, ""), domain.CodeReasonUnknown)
		return d.RejectReview(t.Context(), domain.Claimed("reviewer"), id, domain.ReasonLetterIncomplete, "")
	})
	if m := d.mandate("HT-1"); m.As != "" || len(m.Refused) != 1 || m.Refused[0].Reason != domain.ReasonLetterIncomplete {
		t.Errorf("%+v", m)
	}
	d.want(d.SealForB(t.Context(), domain.InSession(person), "HT-1", domain.AuthorityAuthorised, agreed("authority")), domain.CodeAuthorityMissing)
	shows.Letter = photo(t, 400)
	d.must(d.Enrol(t.Context(), domain.InSession(person), "HT-1", shows))
	d.decide(domain.ReviewAuthority, d.approve)
	if m := d.mandate("HT-1"); m.As != domain.AuthorityAuthorised || len(m.Refused) != 0 {
		t.Errorf("%+v", m)
	}
	d.must(d.SealForB(t.Context(), domain.InSession(person), "HT-1", "", agreed("authority")))
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageASigning {
		t.Error(c.Stage)
	}
}

// G4: a picture of the seal is used only when the review desk has approved it, and by the company's next contract too;
// refused, the company can have its seal drawn.
func TestG4PictureOfASealIsReviewed(t *testing.T) {
	d := toSeal(t, "HT-1")
	person := d.person(phoneB).ID
	shows := identity.Showing{As: domain.AuthorityLegalRepresentative, Picture: photo(t, 400), Consent: agreed("authority")}
	d.must(d.Enrol(t.Context(), domain.InSession(person), "HT-1", shows))
	d.want(d.sealB("HT-1"), domain.CodeAuthorityWaiting)
	d.decide(domain.ReviewSeal, func(id string) error {
		return d.RejectReview(t.Context(), domain.Claimed("reviewer"), id, domain.ReasonSealOther, "")
	})
	d.must(d.Enrol(t.Context(), domain.InSession(person), "HT-1", shows))
	d.decide(domain.ReviewSeal, d.approve)
	d.must(d.sealB("HT-1"))
	d.done()
	d.again("HT-2")
	d.must(d.sealB("HT-2"))
	d.done()
	for _, no := range []string{"HT-1", "HT-2"} {
		d.view(func(tx port.Tx) error {
			op, err := tx.SealOpFor(no, domain.ActBSeal)
			if !strings.Contains(string(op.Appearance), `"picture":"`) || op.State != domain.SealCommitted {
				t.Errorf("%s: %s, %.80s", no, op.State, op.Appearance)
			}
			return err
		})
	}
	if picture, err := d.SealPicture(t.Context(), domain.InSession(person), "HT-2"); err != nil || !bytes.Equal(picture, shows.Picture) {
		t.Error(err)
	}
	_, err := d.SealPicture(t.Context(), domain.InSession(d.person(phoneA).ID), "HT-2")
	d.want(err, domain.CodeNotFound)
}
