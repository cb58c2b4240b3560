package workflow_test

import (
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/identity"
)

func TestLinkAndCodeLetTheOwnerOfThePhoneIn(t *testing.T) {
	d := pushed(t, "HT-1")
	text, _ := d.sms.Last(phoneB, domain.MessageLinkB)
	link := text.Params["code"]
	entry, err := d.EntryOf(t.Context(), link)
	if err != nil || entry.MaskedPhone != "139****0002" || entry.Contract != "HT-1" {
		t.Errorf("%+v, %v", entry, err)
	}
	_, err = d.EntryOf(t.Context(), link+"x")
	d.want(err, domain.CodeLinkDead)
	d.must(d.SendEnterCode(t.Context(), link))
	d.want(d.SendEnterCode(t.Context(), link), domain.CodeTooOften)
	d.done()
	wrong := "000000"
	if d.code(phoneB) == wrong {
		wrong = "000001"
	}
	_, err = d.Enter(t.Context(), link, wrong)
	d.want(err, domain.CodeCodeWrong)
	token, err := d.Enter(t.Context(), link, d.code(phoneB))
	d.must(err)
	p, err := d.SessionPerson(t.Context(), token)
	if err != nil || p.ID != d.person(phoneB).ID {
		t.Error(p.ID, err)
	}
	_, err = d.Enter(t.Context(), link, d.code(phoneB))
	d.want(err, domain.CodeCodeExpired) // a code opens once
	d.clock.Advance(time.Hour)
	_, err = d.SessionPerson(t.Context(), token)
	d.want(err, domain.CodeSessionGone)
	d.clock.Advance(15 * 24 * time.Hour)
	_, err = d.EntryOf(t.Context(), link)
	d.want(err, domain.CodeLinkDead)
}

// S72–S76: the code proves the phone, the provider that name, number and phone belong together.
func TestS72PhoneVerification(t *testing.T) {
	d := pushed(t, "HT-1")
	person := d.person(phoneB).ID
	d.want(d.StartPhone(t.Context(), domain.InSession(person)), domain.CodeMethodNotOffered) // step 1 comes first
	d.want(d.StateIdentity(t.Context(), domain.InSession(person), domain.Identity{Name: nameB, Kind: domain.DocIDCard, Number: "440308199901101513"}, agreed("verify")),
		domain.CodeDocNoInvalid)
	d.want(d.StateIdentity(t.Context(), domain.InSession(person), domain.Identity{Name: nameB, Kind: domain.DocIDCard, Number: numberB}, domain.Consent{}),
		domain.CodeConsentMissing)
	d.verify(phoneB, nameB, numberB)
	asked := d.verifier.Asked()
	if len(asked) != 1 || asked[0].Name != nameB || asked[0].Number != numberB || asked[0].Phone != phoneB || asked[0].Card != "" {
		t.Errorf("%+v", asked)
	}
	p := d.person(phoneB)
	if p.Method != domain.MethodPhone || !p.ValidTill.Equal(d.Now().AddDate(0, 12, 0)) {
		t.Errorf("%+v", p)
	}
	d.want(d.StartPhone(t.Context(), domain.InSession(person)), domain.CodeAlreadyVerified) // S49: nobody is asked twice
	d.clock.Advance(366 * 24 * time.Hour)
	if d.person(phoneB).VerifiedAt(d.Now()) {
		t.Error("it never ends")
	}
}

// S95: a failed try leaves another one, and manual review opens; G10: three tries a day.
func TestS95FailureLeavesAWay(t *testing.T) {
	d := pushed(t, "HT-1")
	person := d.person(phoneB).ID
	d.identify(phoneB, nameB, numberB)
	methods := func() []domain.Method {
		t.Helper()
		m, err := d.Methods(t.Context(), domain.InSession(person))
		d.must(err)
		return m.Methods
	}
	if m := methods(); len(m) != 2 {
		t.Errorf("at first: %v", m)
	}
	for try := range 3 {
		d.verifier.Then(domain.OutcomeMismatch, nil)
		d.must(d.StartPhone(t.Context(), domain.InSession(person)))
		d.done()
		d.must(d.PhoneCode(t.Context(), domain.InSession(person), d.code(phoneB)))
		d.done()
		if d.person(phoneB).VerifiedAt(d.Now()) {
			t.Fatalf("verified after try %d", try)
		}
	}
	if m := methods(); len(m) != 2 || m[0] != domain.MethodBank || m[1] != domain.MethodManual {
		t.Errorf("after three failures: %v", m)
	}
	d.want(d.StartPhone(t.Context(), domain.InSession(person)), domain.CodeMethodNotOffered)
	d.clock.Advance(24 * time.Hour)
	if m := methods(); len(m) != 3 {
		t.Errorf("the next day: %v", m)
	}
}

// The provider is asked under one order number, however often it is down or not ready: it charges once.
func TestProviderIsChargedOnce(t *testing.T) {
	d := pushed(t, "HT-1")
	person := d.person(phoneB).ID
	d.identify(phoneB, nameB, numberB)
	d.must(d.StartPhone(t.Context(), domain.InSession(person)))
	d.done()
	d.verifier.Then("", domain.Fail(domain.CodeProviderDown, "identity"))
	d.verifier.Then(domain.OutcomePending, nil)
	d.must(d.PhoneCode(t.Context(), domain.InSession(person), d.code(phoneB)))
	d.work()
	for range 3 {
		d.clock.Advance(time.Minute)
		d.done()
	}
	if asked := d.verifier.Asked(); len(asked) != 3 || d.verifier.Charged() != 1 || !d.person(phoneB).VerifiedAt(d.Now()) {
		t.Errorf("%d questions, %d charges", len(asked), d.verifier.Charged())
	}
}

// Five wrong guesses fail the try.
func TestFiveWrongGuessesFailTheTry(t *testing.T) {
	d := pushed(t, "HT-1")
	person := d.person(phoneB).ID
	d.identify(phoneB, nameB, numberB)
	d.must(d.StartPhone(t.Context(), domain.InSession(person)))
	d.done()
	for range domain.CodeGuesses {
		d.want(d.PhoneCode(t.Context(), domain.InSession(person), "no"), domain.CodeCodeWrong)
	}
	d.want(d.PhoneCode(t.Context(), domain.InSession(person), d.code(phoneB)), domain.CodeTriesUsedUp)
	list, err := d.Verifications(t.Context(), domain.Claimed("op"), domain.VerificationFilter{Person: person})
	if err != nil || len(list) != 1 || list[0].State != domain.VerificationFailed || list[0].Detail != domain.CodeTriesUsedUp {
		t.Errorf("%+v, %v", list, err)
	}
	if len(d.verifier.Asked()) != 0 {
		t.Error("the provider was asked without the code")
	}
}

// S63: holders of other documents than the identity card have manual review and nothing else.
func TestS63PassportHasManualReviewOnly(t *testing.T) {
	d := pushed(t, "HT-1")
	person := d.person(phoneB).ID
	d.must(d.StateIdentity(t.Context(), domain.InSession(person), domain.Identity{Name: "ZHANG WEI", Kind: domain.DocPassport, Number: "E12345678"}, agreed("verify")))
	m, err := d.Methods(t.Context(), domain.InSession(person))
	if err != nil || len(m.Methods) != 1 || m.Methods[0] != domain.MethodManual {
		t.Errorf("%+v, %v", m, err)
	}
	d.want(d.StartPhone(t.Context(), domain.InSession(person)), domain.CodeMethodNotOffered)
	d.want(d.StartBank(t.Context(), domain.InSession(person), "6222021200000000005", phoneB, agreed("bank")), domain.CodeMethodNotOffered)
	d.must(d.SubmitPhotos(t.Context(), domain.InSession(person), identity.Photos{Front: photo(t, 400), Held: photo(t, 400)}, agreed("photos")))
}

// reviewed is an office with one manual review at the desk.
func reviewed(t *testing.T) (d *desk, person, review string) {
	t.Helper()
	d = pushed(t, "HT-1")
	person = d.person(phoneB).ID
	d.must(d.StateIdentity(t.Context(), domain.InSession(person), domain.Identity{Name: nameB, Kind: domain.DocPassport, Number: "E12345678"}, agreed("verify")))
	d.must(d.SubmitPhotos(t.Context(), domain.InSession(person), identity.Photos{Front: photo(t, 400), Held: photo(t, 500)}, agreed("photos")))
	list, err := d.Reviews(t.Context(), domain.Claimed("reviewer"), []domain.ReviewState{domain.ReviewOpen}, 0)
	d.must(err)
	if len(list) != 1 || !list[0].Due.Equal(d.Now().Add(domain.ReviewPromise)) {
		t.Fatalf("%+v", list)
	}
	return d, person, list[0].ID
}

// S85–S89: a reviewer claims, looks and approves; the person is verified.
func TestS89ApprovedReviewVerifies(t *testing.T) {
	d, person, id := reviewed(t)
	d.want(d.ApproveReview(t.Context(), domain.Claimed("reviewer"), id, ""), domain.CodeReviewNotClaimed)
	d.want(d.ClaimReview(t.Context(), domain.Claimed("op"), id), domain.CodeNoRight)
	d.must(d.ClaimReview(t.Context(), domain.Claimed("reviewer"), id))
	d.want(d.ClaimReview(t.Context(), domain.Claimed("other"), id), domain.CodeReviewClaimed)
	d.want(d.ApproveReview(t.Context(), domain.Claimed("other"), id, ""), domain.CodeReviewClaimed)
	photos, err := d.ReviewPhotos(t.Context(), domain.Claimed("reviewer"), id)
	if err != nil || string(photos.Front) != string(photo(t, 400)) || string(photos.Held) != string(photo(t, 500)) {
		t.Error("the photos came back changed", err)
	}
	if !d.recorded("review:"+id, "review.look") {
		t.Error("the look is not in the record")
	}
	for _, refusal := range []string{
		"review.claim review_claimed", "review.approve review_claimed", "review.approve review_not_claimed",
	} {
		if !d.recorded("review:"+id, refusal) {
			t.Errorf("%q is not in the record", refusal)
		}
	}
	d.want(d.StateIdentity(t.Context(), domain.InSession(person), domain.Identity{Name: "李四", Kind: domain.DocPassport, Number: "E99999999"}, agreed("verify")),
		domain.CodeVerificationRunning) // what is being looked at stays as it is
	d.must(d.ApproveReview(t.Context(), domain.Claimed("reviewer"), id, "ok"))
	if p := d.person(phoneB); !p.VerifiedAt(d.Now()) || p.Method != domain.MethodManual {
		t.Errorf("%+v", p)
	}
	d.want(d.ApproveReview(t.Context(), domain.Claimed("reviewer"), id, ""), domain.CodeReviewClaimed)
	d.must(d.sign(phoneB, "HT-1"))
}

// G11: a refusal carries a coded reason, and the person may try again.
func TestG11RefusedReviewSaysWhy(t *testing.T) {
	d, person, id := reviewed(t)
	d.must(d.ClaimReview(t.Context(), domain.Claimed("reviewer"), id))
	d.want(d.RejectReview(t.Context(), domain.Claimed("reviewer"), id, "because", ""), domain.CodeReasonUnknown)
	d.must(d.RejectReview(t.Context(), domain.Claimed("reviewer"), id, domain.ReasonHeldUnreadable, ""))
	r, err := d.ReviewOf(t.Context(), domain.InSession(person))
	if err != nil || r.State != domain.ReviewRejected || r.Reason != domain.ReasonHeldUnreadable {
		t.Errorf("%+v, %v", r, err)
	}
	m, err := d.Methods(t.Context(), domain.InSession(person))
	if err != nil || m.Refusals != 1 || len(m.Methods) != 1 {
		t.Errorf("%+v, %v", m, err)
	}
	d.must(d.SubmitPhotos(t.Context(), domain.InSession(person), identity.Photos{Front: photo(t, 400), Held: photo(t, 400)}, agreed("photos")))
}

func TestBadPhotosAreRefused(t *testing.T) {
	d := pushed(t, "HT-1")
	person := d.person(phoneB).ID
	d.must(d.StateIdentity(t.Context(), domain.InSession(person), domain.Identity{Name: nameB, Kind: domain.DocPassport, Number: "E12345678"}, agreed("verify")))
	good := photo(t, 400)
	for name, c := range map[string]struct {
		photo []byte
		want  domain.Code
	}{
		"too small": {photo(t, 200), domain.CodePhotoInvalid},
		"no photo":  {[]byte("%PDF"), domain.CodePhotoInvalid},
		"HEIC":      {[]byte("\x00\x00\x00\x18ftypheic0000"), domain.CodePhotoHEIC},
		"too big":   {make([]byte, identity.MaxPhotoBytes+1), domain.CodePhotoTooBig},
	} {
		t.Run(name, func(t *testing.T) {
			d.want(d.SubmitPhotos(t.Context(), domain.InSession(person), identity.Photos{Front: good, Held: c.photo}, agreed("photos")), c.want)
		})
	}
}

// G9: an operator opens manual review for somebody with an identity card.
func TestG9OperatorOpensManualReview(t *testing.T) {
	d := pushed(t, "HT-1")
	person := d.person(phoneB).ID
	d.identify(phoneB, nameB, numberB)
	photos := identity.Photos{Front: photo(t, 400), Held: photo(t, 400)}
	d.want(d.SubmitPhotos(t.Context(), domain.InSession(person), photos, agreed("photos")), domain.CodeMethodNotOffered)
	d.must(d.StartPhone(t.Context(), domain.InSession(person)))
	list, err := d.Verifications(t.Context(), domain.Claimed("op"), domain.VerificationFilter{Person: person})
	d.must(err)
	d.must(d.OpenManual(t.Context(), domain.Claimed("op"), list[0].ID))
	d.must(d.SubmitPhotos(t.Context(), domain.InSession(person), photos, agreed("photos")))
}
