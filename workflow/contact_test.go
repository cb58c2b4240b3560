package workflow_test

import (
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/lifecycle"
)

// A contact is changed by whoever may, to what may be, while it is not too late.
func TestContactIsChangedWithinTheRules(t *testing.T) {
	d := pushed(t, "HT-1")
	change := func(operator, phone string) error {
		return d.ChangeContact(t.Context(), domain.Claimed(operator), "HT-1", lifecycle.NewContact{Side: domain.PartyB, Phone: phone, Reason: "号码有误"})
	}
	d.want(change("reviewer", "13900000009"), domain.CodeNoRight)
	d.want(change("op", "139"), domain.CodePhoneBInvalid)
	d.want(change("op", string(phoneA)), domain.CodePhonesEqual)
	d.want(change("op", string(phoneSealer)), domain.CodePhoneIsOffice)
	d.want(d.ChangeContact(t.Context(), domain.Claimed("op"), "HT-1", lifecycle.NewContact{Side: domain.PartyB, Verified: true, Reason: "无误"}), domain.CodeNotVerified)
	d.verify(phoneB, nameB, numberB)
	d.must(d.sign(phoneB, "HT-1"))
	d.want(change("op", "13900000009"), domain.CodeSealRunning)
	d.done()
	d.must(d.sealB("HT-1"))
	d.done()
	d.must(change("op", "13900000009")) // its acts are done: nobody is called
	d.done()
	if got := d.calls(); got[len(got)-1] != "link_a "+phoneA.Clear() {
		t.Error(got)
	}
}

// Whoever was to be called in the morning is not, once the contact has changed in the night.
func TestMessageToTheOldContactIsNotSent(t *testing.T) {
	d := newDesk(t)
	d.rule(domain.RuleQuietHours, "08:00-10:00") // it is nine
	d.accept("HT-1")
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
	d.must(d.ChangeContact(t.Context(), domain.Claimed("op"), "HT-1", lifecycle.NewContact{Side: domain.PartyB, Phone: "13900000009", Reason: "号码有误"}))
	d.clock.Advance(2 * time.Hour)
	d.done()
	if got := d.calls(); len(got) != 1 || got[0] != "link_b 13900000009" {
		t.Error(got)
	}
	dossier, err := d.Contract(t.Context(), domain.Claimed("op"), "HT-1")
	if err != nil || dossier.Messages[0].State != domain.MessageDropped || dossier.Contract.Problem.Code != "" {
		t.Errorf("%+v, %v", dossier.Messages, err)
	}
}
