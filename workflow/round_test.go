package workflow_test

import (
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/porttest"
	"campus.example/sealdesk/workflow/signing"
)

// G5: after a refusal the corrected text comes under the same number. It is a new push: everybody signs anew, the old
// text with its signatures stays, and a code for the old text signs nothing.
func TestG5CorrectedTextIsANewPush(t *testing.T) {
	d := pushed(t, "HT-1")
	d.verify(phoneB, nameB, numberB)
	d.verify(phoneA, nameA, numberA)
	d.verify(phoneSealer, nameSealer, numberA)
	d.must(d.sign(phoneB, "HT-1"))
	d.done()
	first := d.contract("HT-1")
	d.must(d.Refuse(t.Context(), domain.InSession(d.person(phoneB).ID), "HT-1", "金额不对；所在页码 3"))
	d.done()

	corrected := []byte("%PDF HT-1 corrected")
	in, err := d.Receive(t.Context(), domain.System(), offer("HT-1"), corrected)
	d.must(err)
	c := d.contract("HT-1")
	if in.Verdict != domain.Accepted || in.Repeated || c.Stage != domain.StageToPush || c.Round != 1 || c.Reason != "" || c.OriginalSHA == first.OriginalSHA {
		t.Fatalf("%+v, %+v", in.Verdict, c)
	}
	d.done()
	if a := d.procurement.Answers(); a[len(a)-1].Verdict != domain.Accepted || a[len(a)-1].SHA256 != c.OriginalSHA {
		t.Errorf("the sender heard %+v", a[len(a)-1])
	}
	old := d.code(phoneB)
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
	d.done()
	err = d.Sign(t.Context(), domain.InSession(d.person(phoneB).ID), "HT-1", signing.Signing{OTP: old, Typed: "签名", Consent: agreed("sign")})
	d.want(err, domain.CodeCodeExpired)

	for _, step := range []func() error{
		func() error { return d.sign(phoneB, "HT-1") },
		func() error { return d.sealB("HT-1") },
		func() error { return d.sign(phoneA, "HT-1") },
		func() error { return d.sealer.Unlock([]byte(porttest.PIN)) },
		func() error { _, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil); return err },
	} {
		d.must(step())
		d.done()
	}
	dossier, err := d.Contract(t.Context(), domain.Claimed("op"), "HT-1")
	d.must(err)
	if dossier.Contract.Stage != domain.StageDone || len(dossier.Ops) != 5 || dossier.Ops[0].Round != 0 || dossier.Ops[0].State != domain.SealCommitted {
		t.Errorf("%s, %d acts", dossier.Contract.Stage, len(dossier.Ops))
	}
	for _, sha := range []string{first.OriginalSHA, first.CurrentSHA} {
		if _, err := d.Store.Document(t.Context(), sha); err != nil {
			t.Errorf("the old text is gone: %v", err)
		}
	}
	if final, _ := d.procurement.Final("HT-1"); len(final) < len(corrected) || string(final[:len(corrected)]) != string(corrected) {
		t.Errorf("the final is %q", final)
	}
}

// Refused a second time, the sender hears of it a second time.
func TestEachRefusalIsTold(t *testing.T) {
	d := pushed(t, "HT-1")
	person := d.person(phoneB).ID
	d.must(d.Refuse(t.Context(), domain.InSession(person), "HT-1", "金额不对"))
	d.done()
	_, err := d.Receive(t.Context(), domain.System(), offer("HT-1"), []byte("%PDF corrected"))
	d.must(err)
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
	d.done()
	d.must(d.Refuse(t.Context(), domain.InSession(person), "HT-1", "日期不对"))
	d.done()
	if got := d.procurement.ReasonOf("HT-1"); got != "日期不对" {
		t.Errorf("the sender heard %q", got)
	}
}
