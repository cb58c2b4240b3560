package workflow_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/porttest"
	"campus.example/sealdesk/workflow/signing"
)

// S13: B signs, B seals, A signs, the office seals. Whoever comes out of turn is refused, and the refusal stands in
// the record.
func TestS13OutOfTurnIsRefusedAndRecorded(t *testing.T) {
	d := pushed(t, "HT-1")
	d.verify(phoneA, nameA, numberA)
	d.verify(phoneB, nameB, numberB)
	d.verify(phoneSealer, nameSealer, numberA)
	d.must(d.sealer.Unlock([]byte(porttest.PIN)))
	signing := signing.Signing{OTP: "000000", Typed: "签名", Consent: agreed("sign")}

	d.want(d.Sign(t.Context(), domain.InSession(d.person(phoneA).ID), "HT-1", signing), domain.CodeOutOfTurn)
	d.want(d.sealB("HT-1"), domain.CodeOutOfTurn)
	_, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
	d.want(err, domain.CodeOutOfTurn)
	for _, event := range []string{"contract.sign out_of_turn", "contract.seal_b out_of_turn", "contract.seal out_of_turn"} {
		if !d.recorded("contract:HT-1", event) {
			t.Errorf("%s is not in %v", event, d.events("contract:HT-1"))
		}
	}
	if c := d.contract("HT-1"); c.Stage != domain.StageBSigning {
		t.Error(c.Stage)
	}
	d.must(d.sign(phoneB, "HT-1"))
	d.want(d.Sign(t.Context(), domain.InSession(d.person(phoneB).ID), "HT-1", signing), domain.CodeSealRunning)
	d.done()
	d.want(d.Sign(t.Context(), domain.InSession(d.person(phoneA).ID), "HT-1", signing), domain.CodeOutOfTurn)
	if _, head, err := d.AuditVerify(t.Context(), domain.Claimed("admin")); err != nil || head == "" {
		t.Error(head, err)
	}
}

// A stranger to the contract is told that there is none.
func TestStrangerSeesNoContract(t *testing.T) {
	d := pushed(t, "HT-1")
	d.verify(phoneSealer, nameSealer, numberA)
	stranger := d.person(phoneSealer).ID
	d.want(d.sign(phoneSealer, "HT-1"), domain.CodeNotFound)
	_, err := d.SignerContract(t.Context(), domain.InSession(stranger), "HT-1")
	d.want(err, domain.CodeNotFound)
}

// S35–S48: the whole path, each person called when it is his turn, the final returned once.
func TestS36WholePathEndsWithTheFinalInItsSlot(t *testing.T) {
	d := signed(t, "HT-1")
	for _, m := range []struct {
		phone domain.Phone
		kind  domain.MessageKind
	}{{phoneB, domain.MessageLinkB}, {phoneA, domain.MessageLinkA}, {phoneSealer, domain.MessageDuty}} {
		if text, found := d.sms.Last(m.phone, m.kind); !found || text.Params["code"] == "" || text.Params["no"] != "HT-1" {
			t.Errorf("%s: %+v", m.kind, text)
		}
	}
	d.must(d.sealer.Unlock([]byte(porttest.PIN)))
	_, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
	d.must(err)
	d.done()
	c := d.contract("HT-1")
	final, puts := d.procurement.Final("HT-1")
	if c.Stage != domain.StageDone || puts != 1 || !strings.HasPrefix(string(final), "%PDF HT-1") {
		t.Fatalf("%s after %d puts: %s", c.Stage, puts, final)
	}
	at := 0
	for _, act := range domain.Acts() {
		next := strings.Index(string(final), "%act "+act.Field())
		if next < at {
			t.Errorf("%s is not in its place", act)
		}
		at = next
	}
	if d.sealer.Uses() != 4 {
		t.Errorf("%d uses of keys", d.sealer.Uses())
	}
	dossier, err := d.Contract(t.Context(), domain.Claimed("op"), "HT-1")
	if err != nil || len(dossier.Ops) != 4 || !strings.Contains(dossier.Receipt, "R-HT-1") {
		t.Errorf("%+v, %v", dossier.Receipt, err)
	}
}

// S47, S49: the seal wants the role, a verified sealer and an open key, each of them.
func TestS47SealWantsRoleVerificationAndKey(t *testing.T) {
	d := pushed(t, "HT-1")
	d.verify(phoneB, nameB, numberB)
	d.verify(phoneA, nameA, numberA)
	d.must(d.sign(phoneB, "HT-1"))
	d.done()
	d.must(d.sealB("HT-1"))
	d.done()
	d.must(d.sign(phoneA, "HT-1"))
	d.done()
	seal := func(operator string) error {
		_, _, err := d.Seal(t.Context(), domain.Claimed(operator), "HT-1", nil)
		return err
	}

	d.want(seal("admin"), domain.CodeNoRight)
	d.want(seal("op"), domain.CodeNoRight)
	d.want(seal("nobody"), domain.CodeUnknownOperator)
	d.want(seal("sealer"), domain.CodeNotVerified)
	d.verify(phoneSealer, nameSealer, numberA)
	d.want(seal("sealer"), domain.CodeSealKeyLocked)
	d.want(d.UnlockSeal(t.Context(), domain.Claimed("op"), []byte(porttest.PIN)), domain.CodeNoRight)
	d.want(d.UnlockSeal(t.Context(), domain.Claimed("sealer"), []byte("000000")), domain.CodePINWrong)
	d.must(d.UnlockSeal(t.Context(), domain.Claimed("sealer"), []byte(porttest.PIN)))
	d.must(seal("sealer"))
	d.must(seal("sealer")) // pressed twice
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageDone || d.sealer.Uses() != 4 {
		t.Errorf("%s after %d uses of keys", c.Stage, d.sealer.Uses())
	}
	for _, event := range []string{"contract.seal no_right", "contract.seal unknown_operator", "contract.seal not_verified"} {
		if !d.recorded("contract:HT-1", event) {
			t.Errorf("%s is not in %v", event, d.events("contract:HT-1"))
		}
	}
}

// A process that dies right after the key was used signs the same digest once more, and both uses are in the record.
func TestCrashAfterKeyUseIsSeenAndHealed(t *testing.T) {
	d := pushed(t, "HT-1")
	d.verify(phoneB, nameB, numberB)
	d.must(d.sign(phoneB, "HT-1"))
	job, found, err := d.Store.Claim(t.Context(), "dies", d.Now(), time.Minute, 0)
	if err != nil || !found || job.Kind != domain.JobAct {
		t.Fatal(job, found, err)
	}
	d.sealer.AfterUse(func() {
		d.clock.Advance(2 * time.Minute) // frozen for longer than the lease; another worker does the job meanwhile
		d.done()
	})
	err = d.Run(t.Context(), job)
	d.want(err, domain.CodeFenced)
	if c := d.contract("HT-1"); c.Stage != domain.StageBSealing {
		t.Fatal(c.Stage)
	}
	d.view(func(tx port.Tx) error {
		op, err := tx.SealOpFor("HT-1", domain.ActBSign)
		if op.KeyUses != 2 || !strings.HasPrefix(string(op.Signature), "signature 2 ") || op.State != domain.SealCommitted {
			t.Errorf("%d uses, %s, %s", op.KeyUses, op.Signature, op.State)
		}
		return err
	})
	uses := 0
	for _, e := range d.events("contract:HT-1") {
		if e == "seal.keyuse" {
			uses++
		}
	}
	if uses != 2 {
		t.Errorf("%d uses in the record", uses)
	}
}

// What the check refuses is never published: the operation is set aside and the contract says so.
func TestResultThatFailsItsCheckIsQuarantined(t *testing.T) {
	d := signed(t, "HT-1")
	d.must(d.sealer.Unlock([]byte(porttest.PIN)))
	before := d.contract("HT-1")
	d.sealer.Refuse(domain.Fail(domain.CodeSealQuarantined).Because(errors.New("changed_outside: page 1")))
	_, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
	d.must(err)
	d.done()
	c := d.contract("HT-1")
	if c.Stage != domain.StageToSeal || c.Problem.Code != domain.CodeSealQuarantined || c.CurrentSHA != before.CurrentSHA {
		t.Errorf("%+v", c)
	}
	d.sealer.Refuse(nil)
	_, _, err = d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
	d.want(err, domain.CodeSealQuarantined)
}

// The same holds for what signers do at their phones: nobody is called next, and he cannot do it twice.
func TestPartysResultThatFailsItsCheckIsQuarantined(t *testing.T) {
	steps := []struct {
		act   domain.Act
		phone domain.Phone
		do    func(d *desk) error
	}{
		{domain.ActBSign, phoneB, func(d *desk) error { return d.sign(phoneB, "HT-1") }},
		{domain.ActBSeal, phoneB, func(d *desk) error { return d.sealB("HT-1") }},
		{domain.ActASign, phoneA, func(d *desk) error { return d.sign(phoneA, "HT-1") }},
	}
	for i, bad := range steps {
		d := pushed(t, "HT-1")
		d.verify(phoneB, nameB, numberB)
		d.verify(phoneA, nameA, numberA)
		for _, s := range steps[:i] {
			d.must(s.do(d))
			d.done()
		}
		before := d.contract("HT-1")
		d.sealer.Refuse(domain.Fail(domain.CodeSealQuarantined).Because(errors.New("nothing_drawn: page 1")))
		d.must(bad.do(d))
		d.done()
		c := d.contract("HT-1")
		if c.Stage != before.Stage || c.Problem.Code != domain.CodeSealQuarantined || c.CurrentSHA != before.CurrentSHA {
			t.Errorf("%s: %+v", bad.act, c)
		}
		d.view(func(tx port.Tx) error {
			op, err := tx.SealOpFor("HT-1", bad.act)
			if op.State != domain.SealQuarantined || !strings.Contains(op.Reason, "nothing_drawn") {
				t.Errorf("%s: %s %s", bad.act, op.State, op.Reason)
			}
			return err
		})
		if !d.recorded("contract:HT-1", "seal.quarantine seal_quarantined") {
			t.Error(d.events("contract:HT-1"))
		}
		d.sealer.Refuse(nil)
		d.want(bad.do(d), domain.CodeSealRunning)
	}
}

// What cannot be drawn is told at once: before the code is looked at, and before anything is reserved.
func TestWhatCannotBeDrawnIsRefusedBeforeAnythingIsReserved(t *testing.T) {
	d := pushed(t, "HT-1")
	d.verify(phoneB, nameB, numberB)
	person := d.person(phoneB).ID
	d.must(d.SendSignCode(t.Context(), domain.InSession(person), "HT-1"))
	d.done()
	code := d.code(phoneB)
	none := func(act domain.Act) {
		t.Helper()
		d.view(func(tx port.Tx) error {
			if _, err := tx.SealOpFor("HT-1", act); domain.CodeOf(err) != domain.CodeNotFound {
				t.Errorf("%s is reserved: %v", act, err)
			}
			return nil
		})
	}
	stroke := make([][2]float64, 9)
	for range 20 { // more often than a code may be tried
		for want, s := range map[domain.Code]signing.Signing{
			domain.CodeSignatureWords:  {OTP: "000000", Typed: "李\uF8FF"},
			domain.CodeSignatureLength: {OTP: "000000", Typed: strings.Repeat("李", 65)},
			domain.CodeBadInput:        {OTP: "000000", Strokes: slices.Repeat([][][2]float64{stroke}, 201)},
			domain.CodeSignatureEmpty:  {OTP: "000000", Strokes: [][][2]float64{stroke[:3]}},
		} {
			s.Consent = agreed("sign")
			d.want(d.Sign(t.Context(), domain.InSession(person), "HT-1", s), want)
		}
	}
	none(domain.ActBSign)
	d.must(d.Sign(t.Context(), domain.InSession(person), "HT-1", signing.Signing{OTP: code, Typed: "李", Consent: agreed("sign")}))
	d.done()

	d = signed(t, "HT-1")
	d.must(d.sealer.Unlock([]byte(porttest.PIN)))
	d.Settings.Name = "测试\uF8FF大学"
	_, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
	d.want(err, domain.CodeSealWords)
	none(domain.ActOfficeSeal)
	d.accept("HT-2") // and before the signers of the next one are called in vain
	d.want(d.Push(t.Context(), domain.Claimed("op"), "HT-2"), domain.CodeSealWords)
	if c := d.contract("HT-2"); c.Stage != domain.StageToPush || c.Problem.Code != domain.CodeSealWords {
		t.Errorf("%s %v", c.Stage, c.Problem)
	}
}

// A result that could not be looked at is neither published nor condemned: it waits until it can be.
func TestResultNobodyCouldLookAtWaits(t *testing.T) {
	d := signed(t, "HT-1")
	d.must(d.sealer.Unlock([]byte(porttest.PIN)))
	before := d.contract("HT-1")
	d.sealer.Refuse(domain.Fail(domain.CodeSealUnseen))
	_, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
	d.must(err)
	if failed := d.work(); len(failed) != 1 {
		t.Error(failed)
	}
	if c := d.contract("HT-1"); c.Stage != domain.StageToSeal || c.Problem.Code != "" || c.CurrentSHA != before.CurrentSHA {
		t.Errorf("%+v", c)
	}
	uses := d.sealer.Uses()
	d.sealer.Refuse(nil)
	d.clock.Advance(time.Minute)
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageDone || d.sealer.Uses() != uses {
		t.Errorf("%s after %d more uses", c.Stage, d.sealer.Uses()-uses)
	}
}

// What the empty fields of a push would show is looked at before anybody is called: a contract that fails stays where it
// is and says so, one that could not be looked at is simply pushed later.
func TestPushIsLookedAtBeforeAnybodyIsCalled(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	d.sealer.Refuse(domain.Fail(domain.CodeFieldsUnsound, "changed_outside: page 1"))
	d.want(d.Push(t.Context(), domain.Claimed("op"), "HT-1"), domain.CodeFieldsUnsound)
	if c := d.contract("HT-1"); c.Stage != domain.StageToPush || c.Problem.Code != domain.CodeFieldsUnsound || c.CurrentSHA != c.OriginalSHA {
		t.Errorf("%s %v", c.Stage, c.Problem)
	}
	d.accept("HT-2")
	d.sealer.Refuse(domain.Fail(domain.CodeSealUnseen))
	d.want(d.Push(t.Context(), domain.Claimed("op"), "HT-2"), domain.CodeSealUnseen)
	if c := d.contract("HT-2"); c.Stage != domain.StageToPush || c.Problem.Code != "" {
		t.Errorf("%s %v", c.Stage, c.Problem)
	}
	d.done()
	if sent := d.sms.Sent(); len(sent) != 0 {
		t.Errorf("%d people were called", len(sent))
	}
	d.sealer.Refuse(nil)
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-2"))
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
	if c := d.contract("HT-1"); c.Stage != domain.StageBSigning || c.Problem.Code != "" {
		t.Errorf("%s %v", c.Stage, c.Problem)
	}
}

// A time authority that is down delays the seal; the signature made before is used, and no other is made.
func TestSealGoesOnWhenTheTimeAuthorityIsBack(t *testing.T) {
	d := pushed(t, "HT-1")
	d.verify(phoneB, nameB, numberB)
	d.must(d.sign(phoneB, "HT-1"))
	d.tsa.Fail(domain.Fail(domain.CodeProviderDown, "tsa"))
	if failed := d.work(); len(failed) != 1 {
		t.Error(failed)
	}
	d.tsa.Fail(nil)
	d.clock.Advance(time.Minute)
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageBSealing || d.sealer.Uses() != 1 {
		t.Errorf("%s after %d uses", c.Stage, d.sealer.Uses())
	}
}

// S36: the receipt has to name the bytes that were sent; another one is no delivery.
func TestS36ReceiptIsCompared(t *testing.T) {
	for name, change := range map[string]func(domain.Receipt) domain.Receipt{
		"other bytes": func(r domain.Receipt) domain.Receipt { r.SHA256 = strings.Repeat("0", 64); return r },
		"other slot":  func(r domain.Receipt) domain.Receipt { r.Slot = "合同附件/其他"; return r },
	} {
		t.Run(name, func(t *testing.T) {
			d := signed(t, "HT-1")
			d.must(d.sealer.Unlock([]byte(porttest.PIN)))
			d.procurement.Receipts(change)
			_, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
			d.must(err)
			if failed := d.work(); len(failed) != 1 || domain.CodeOf(failed[0]) != domain.CodeReceiptMismatch {
				t.Error(failed)
			}
			if c := d.contract("HT-1"); c.Stage != domain.StageDelivering || c.Problem.Code != domain.CodeReceiptMismatch {
				t.Errorf("%s %v", c.Stage, c.Problem)
			}
			d.procurement.Receipts(nil)
			d.clock.Advance(time.Minute)
			d.done()
			if c := d.contract("HT-1"); c.Stage != domain.StageDone || c.Problem.Code != "" {
				t.Errorf("%s %v", c.Stage, c.Problem)
			}
		})
	}
}

// G5: a signer's refusal stops the contract and the sender hears of it, with the reason.
func TestG5RefusalIsToldToTheSender(t *testing.T) {
	d := pushed(t, "HT-1")
	person := d.person(phoneB).ID
	d.want(d.Refuse(t.Context(), domain.InSession(person), "HT-1", "  "), domain.CodeReasonEmpty)
	d.must(d.Refuse(t.Context(), domain.InSession(person), "HT-1", "金额不对"))
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageRejected || c.Reason != "金额不对" || d.procurement.StatusOf("HT-1") != domain.StageRejected ||
		d.procurement.ReasonOf("HT-1") != "金额不对" {
		t.Errorf("%s, the sender heard %q", c.Stage, d.procurement.StatusOf("HT-1"))
	}
	d.want(d.sign(phoneB, "HT-1"), domain.CodeOutOfTurn)
}

// G17: somebody verified under another name than the contract's does not sign it.
func TestG17OtherNameDoesNotSign(t *testing.T) {
	d := pushed(t, "HT-1")
	d.verify(phoneB, "张大伟", numberB)
	err := d.Sign(t.Context(), domain.InSession(d.person(phoneB).ID), "HT-1", signing.Signing{OTP: "0", Typed: "签名", Consent: agreed("sign")})
	d.want(err, domain.CodeNameDiffers)
	if c := d.contract("HT-1"); c.Problem.Code != domain.CodeNameDiffers {
		t.Error(c.Problem)
	}
}
