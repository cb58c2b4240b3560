package workflow_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/intake"
	"campus.example/sealdesk/workflow/lifecycle"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/porttest"
	"campus.example/sealdesk/workflow/signing"
)

const why = "与发件人核实"

func (d *desk) offerAgain(change func(*domain.Offer), pdf string) intake.Intake {
	d.t.Helper()
	o := offer("HT-1")
	if change != nil {
		change(&o)
	}
	in, err := d.Receive(d.t.Context(), domain.System(), o, []byte(pdf))
	d.must(err)
	return in
}

func (d *desk) resolve(decision domain.Decision) error {
	return d.Decide(d.t.Context(), domain.Claimed("op"), "HT-1", decision, why)
}

// lastAnswer is what the sender heard last.
func (d *desk) lastAnswer() domain.IntakeAnswer {
	d.t.Helper()
	d.work()
	a := d.procurement.Answers()
	if len(a) == 0 {
		d.t.Fatal("the sender heard nothing")
	}
	return a[len(a)-1]
}

func otherCompany(o *domain.Offer) {
	o.PartyB, o.PhoneB, o.PersonB, o.Amount, o.Title = "样例信息系统有限公司", "15400000013", "赵样例", "99.00", "服务器采购合同"
}

// WRK-5: changed fields under the same text are a change: taken over before the push, recorded by their names and answered
// with what is stored. Phones never stand in the record in clear.
func TestWRK5ChangedFieldsAreTakenOverBeforeThePush(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	if in := d.offerAgain(otherCompany, "%PDF HT-1"); in.Verdict != domain.Accepted {
		t.Errorf("%+v", in)
	}
	c := d.contract("HT-1")
	if c.B.Name != "样例信息系统有限公司" || c.B.Phone != "15400000013" || c.Amount != 9900 || c.Title != "服务器采购合同" || c.Stage != domain.StageToPush {
		t.Errorf("%+v", c)
	}
	if a := d.lastAnswer(); a.Verdict != domain.Accepted {
		t.Errorf("the sender heard %+v", a)
	}
	detail := d.detail("contract:HT-1", domain.ActionContractIntake)
	for _, field := range []string{"title", "amount", "party_b", "person_b", "phone_b"} {
		if !slices.Contains(strings.Split(detail.Get("fields"), ","), field) {
			t.Errorf("%s is not in %q", field, detail.Get("fields"))
		}
	}
	if strings.Contains(string(detail), "15400000013") {
		t.Errorf("a phone stands in the record: %s", detail)
	}
}

// detail is that of the newest event of an action.
func (d *desk) detail(object string, action domain.Action) (detail domain.Detail) {
	d.t.Helper()
	d.view(func(tx port.Tx) error {
		events, err := tx.Events(domain.EventFilter{Object: object})
		for _, e := range events {
			if e.Action == action {
				detail = e.Detail
			}
		}
		return err
	})
	return detail
}

// WRK-5: after the push changed fields are a person's decision; so is what the sender states of a contact that an operator
// has changed.
func TestWRK5ChangedFieldsAfterThePushWaitForAPerson(t *testing.T) {
	for name, prepare := range map[string]func(*desk){
		"pushed": func(d *desk) { d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1")) },
		"amended": func(d *desk) {
			n := lifecycle.NewContact{Side: domain.PartyB, Phone: "15400000014", Reason: "号码有误"}
			d.must(d.ChangeContact(t.Context(), domain.Claimed("op"), "HT-1", n))
		},
	} {
		d := newDesk(t)
		d.accept("HT-1")
		prepare(d)
		before := d.contract("HT-1")
		if in := d.offerAgain(nil, "%PDF HT-1"); in.Verdict != domain.Accepted || !in.Repeated {
			t.Errorf("%s, the same again: %+v", name, in)
		}
		if in := d.offerAgain(otherCompany, "%PDF HT-1"); in.Verdict != domain.Quarantined || domain.CodeOf(in.Refusal) != domain.CodeOfferDiffers {
			t.Errorf("%s: %+v", name, in)
		}
		if c := d.contract("HT-1"); c.Problem.Code != domain.CodeOfferDiffers || c.B.Name != before.B.Name || c.B.Phone != before.B.Phone {
			t.Errorf("%s: %+v", name, c)
		}
		if a := d.lastAnswer(); a.Verdict != domain.Quarantined || a.Code != domain.CodeOfferDiffers || a.Reason == "" {
			t.Errorf("%s: the sender heard %+v", name, a)
		}
	}
}

// WRK-5: whatever is offered again, the sender hears what is stored.
func TestWRK5TheAnswerIsTheState(t *testing.T) {
	bad := func(o *domain.Offer) { o.PhoneB = "" }
	for name, c := range map[string]struct {
		prepare func(*desk)
		change  func(*domain.Offer)
		pdf     string
		verdict domain.Verdict
		code    domain.Code
		stage   domain.Stage
	}{
		"the same refusal a second time": {func(d *desk) { d.offerAgain(bad, "%PDF HT-1"); d.done() }, bad, "%PDF HT-1", domain.TurnedAway, domain.CodePhoneBMissing, domain.StageTurnedAway},
		"another refusal":                {func(d *desk) { d.offerAgain(bad, "%PDF HT-1") }, func(o *domain.Offer) { o.ESeal = "否" }, "%PDF HT-1", domain.TurnedAway, domain.CodeESealNo, domain.StageTurnedAway},
		"the same text of a recalled contract": {
			func(d *desk) { d.accept("HT-1"); d.must(d.Recall(t.Context(), domain.Claimed("op"), "HT-1", why)) }, nil, "%PDF HT-1",
			domain.TurnedAway, domain.CodeWrongStage, domain.StageRecalled,
		},
		"a correction that is wrong": {
			func(d *desk) { d.accept("HT-1"); d.must(d.Recall(t.Context(), domain.Claimed("op"), "HT-1", why)) }, bad, "%PDF corrected",
			domain.TurnedAway, domain.CodePhoneBMissing, domain.StageRecalled,
		},
		"a correction of the fields alone": {
			func(d *desk) { d.accept("HT-1"); d.must(d.Recall(t.Context(), domain.Claimed("op"), "HT-1", why)) }, otherCompany, "%PDF HT-1",
			domain.Accepted, "", domain.StageToPush,
		},
		"without the e-seal any more":  {func(d *desk) { d.accept("HT-1") }, func(o *domain.Offer) { o.ESeal = "否" }, "%PDF HT-1", domain.Quarantined, domain.CodeOfferDiffers, domain.StageToPush},
		"the first text again":         {func(d *desk) { d.accept("HT-1"); d.offerAgain(nil, "%PDF other") }, nil, "%PDF HT-1", domain.Quarantined, domain.CodeOtherBytes, domain.StageToPush},
		"a damaged text in quarantine": {func(d *desk) { d.pages.Fail(domain.Fail(domain.CodeDocDamaged)) }, func(o *domain.Offer) { o.SealProcess = "三方签署" }, "%PDF HT-1", domain.TurnedAway, domain.CodeDocDamaged, domain.StageTurnedAway},
	} {
		d := newDesk(t)
		c.prepare(d)
		told := len(d.procurement.Answers())
		d.offerAgain(c.change, c.pdf)
		a := d.lastAnswer()
		if at := d.contract("HT-1"); at.Stage != c.stage || a.Verdict != c.verdict || a.Code != c.code || len(d.procurement.Answers()) == told {
			t.Errorf("%s: it stands at %s, the sender heard %+v", name, at.Stage, a)
		}
	}
}

// WRK-4, G8: a contract in quarantine is accepted as it stands or turned away, with a reason, as an event; the sender hears
// it.
func TestWRK4QuarantinedContractIsDecided(t *testing.T) {
	for decision, want := range map[domain.Decision]struct {
		stage   domain.Stage
		verdict domain.Verdict
	}{domain.DecideAccept: {domain.StageToPush, domain.Accepted}, domain.DecideRefuse: {domain.StageTurnedAway, domain.TurnedAway}} {
		d := newDesk(t)
		d.offerAgain(func(o *domain.Offer) { o.SealProcess = "三方签署" }, "%PDF HT-1")
		d.done()
		q, err := d.Quarantine(t.Context(), domain.Claimed("op"), "HT-1")
		if err != nil || q.Code != domain.CodeSealProcessUnknown || !slices.Equal(q.Decisions, []domain.Decision{domain.DecideAccept, domain.DecideRefuse}) {
			t.Errorf("%+v, %v", q, err)
		}
		d.want(d.Push(t.Context(), domain.Claimed("op"), "HT-1"), domain.CodeWrongStage)
		d.want(d.resolve(domain.DecideReplace), domain.CodeWrongStage)
		d.want(d.Decide(t.Context(), domain.Claimed("op"), "HT-1", decision, " "), domain.CodeReasonEmpty)
		d.want(d.Decide(t.Context(), domain.Claimed("reviewer"), "HT-1", decision, why), domain.CodeNoRight)
		d.must(d.resolve(decision))
		if c := d.contract("HT-1"); c.Stage != want.stage {
			t.Errorf("%s: %s", decision, c.Stage)
		}
		a := d.lastAnswer()
		if a.Verdict != want.verdict || decision == domain.DecideRefuse && (a.Code != domain.CodeOfferDeclined || !strings.Contains(a.Reason, why)) {
			t.Errorf("%s: the sender heard %+v", decision, a)
		}
		if detail := d.detail("contract:HT-1", decision.Action()); detail.Get("reason") != why || detail.Get("sha256") == "" {
			t.Errorf("%s: recorded %q", decision, detail)
		}
		d.want(d.resolve(decision), domain.CodeWrongStage)
	}
}

// WRK-4, G8: other text is quarantined for a person to decide: both versions side by side, accept, refuse or replace, with a
// reason; nothing quarantined can be pushed.
func TestG8BothVersionsSideBySide(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	d.offerAgain(func(o *domain.Offer) { o.PhoneB, o.Amount = "13900000003", "1.00" }, "%PDF HT-1\nnew line")
	q, err := d.Quarantine(t.Context(), domain.Claimed("op"), "HT-1")
	d.must(err)
	if q.Code != domain.CodeOtherBytes || q.Current().SHA256 == q.Offered().SHA256 || q.Offered().At.IsZero() ||
		!slices.Equal(q.Decisions, []domain.Decision{domain.DecideRefuse, domain.DecideReplace}) {
		t.Errorf("%+v", q)
	}
	if !slices.Contains(q.Fields, domain.FieldChange{Field: "amount", Old: "1280000.00", New: "1.00"}) ||
		!slices.Contains(q.Fields, domain.FieldChange{Field: "phone_b", Old: "139****0002", New: "139****0003"}) {
		t.Errorf("%+v", q.Fields)
	}
	if !slices.Equal(q.Text.Lines, []intake.DifferingLine{{New: true, Line: "new line"}}) {
		t.Errorf("%+v", q.Text)
	}
	current, offered, err := d.QuarantineDocuments(t.Context(), domain.Claimed("op"), "HT-1")
	if err != nil || string(current) != "%PDF HT-1" || string(offered) != "%PDF HT-1\nnew line" {
		t.Errorf("%q, %q, %v", current, offered, err)
	}
	d.want(d.Push(t.Context(), domain.Claimed("op"), "HT-1"), domain.CodeOfferDiffers)
	if !d.recorded("contract:HT-1", "contract.push offer_differs") {
		t.Error(d.events("contract:HT-1"))
	}
	d.want(d.resolve(domain.DecideAccept), domain.CodeOtherBytes)
	if c := d.contract("HT-1"); c.Problem.Code != domain.CodeOtherBytes || c.Stage != domain.StageToPush {
		t.Errorf("%+v", c)
	}
}

// A long difference is cut at a hundred lines, and the rest is counted.
func TestG8LongDifferenceIsCut(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	d.offerAgain(nil, "%PDF HT-1\n"+strings.Repeat("another line\n", 130))
	q, err := d.Quarantine(t.Context(), domain.Claimed("op"), "HT-1")
	if err != nil || len(q.Text.Lines) != 100 || q.Text.More != 30 {
		t.Errorf("%d lines, %d more, %v", len(q.Text.Lines), q.Text.More, err)
	}
}

// WRK-4: a differing offer is refused and the contract goes on; or its text takes the contract's place.
func TestWRK4DifferingTextIsDecided(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	inHeader := func(want int) {
		t.Helper()
		desk, err := d.Desk(t.Context(), domain.Claimed("op"))
		d.must(err)
		if desk.Intake != want {
			t.Errorf("%d stand in the header, not %d", desk.Intake, want)
		}
	}
	d.offerAgain(otherCompany, "%PDF other")
	inHeader(1)
	d.must(d.resolve(domain.DecideRefuse))
	inHeader(0)
	if c := d.contract("HT-1"); c.Problem.Code != "" || c.B.Name != "某某科技有限公司" || c.Stage != domain.StageToPush {
		t.Errorf("%+v", c)
	}
	if a := d.lastAnswer(); a.Verdict != domain.TurnedAway || a.Code != domain.CodeOfferDeclined || !strings.Contains(a.Reason, why) {
		t.Errorf("the sender heard %+v", a)
	}
	d.offerAgain(otherCompany, "%PDF other") // the same again is a question again
	d.must(d.resolve(domain.DecideReplace))
	c := d.contract("HT-1")
	if c.Problem.Code != "" || c.B.Name != "样例信息系统有限公司" || c.Stage != domain.StageToPush || c.OriginalSHA != sum([]byte("%PDF other")) || c.Round != 0 {
		t.Errorf("%+v", c)
	}
	if a := d.lastAnswer(); a.Verdict != domain.Accepted || a.SHA256 != c.OriginalSHA {
		t.Errorf("the sender heard %+v", a)
	}
	detail := d.detail("contract:HT-1", domain.ActionQuarantineReplace)
	if detail.Get("sha256") != sum([]byte("%PDF HT-1")) || detail.Get("offered") != c.OriginalSHA || detail.Get("reason") != why {
		t.Errorf("recorded %q", detail)
	}
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
}

// WRK-4: changed fields of a pushed contract are taken over before its first signature: the old link dies and the new contact
// is called. After that the contract has to be recalled first.
func TestWRK4ChangedFieldsAreAcceptedBeforeTheFirstSignature(t *testing.T) {
	d := pushed(t, "HT-1")
	d.offerAgain(otherCompany, "%PDF HT-1")
	d.must(d.resolve(domain.DecideAccept))
	d.done()
	if c := d.contract("HT-1"); c.B.Phone != "15400000013" || c.Problem.Code != "" || c.Stage != domain.StageBSigning {
		t.Errorf("%+v", c)
	}
	if _, called := d.sms.Last("15400000013", domain.MessageLinkB); !called {
		t.Error("the new contact was not called")
	}
	if a := d.lastAnswer(); a.Verdict != domain.Accepted {
		t.Errorf("the sender heard %+v", a)
	}

	d = pushed(t, "HT-1")
	d.verify(phoneB, nameB, numberB)
	d.must(d.sign(phoneB, "HT-1"))
	d.done()
	d.offerAgain(otherCompany, "%PDF HT-1")
	err := d.resolve(domain.DecideAccept)
	d.want(err, domain.CodeWrongStage)
	if said := d.Sentence(err); !strings.Contains(said, "先撤回") {
		t.Errorf("the operator reads %q", said)
	}
	d.want(d.resolve(domain.DecideReplace), domain.CodeWrongStage)
	d.must(d.Recall(t.Context(), domain.Claimed("op"), "HT-1", why))
	if c := d.contract("HT-1"); c.Problem.Code != domain.CodeOfferDiffers {
		t.Errorf("the recall wiped %v", c.Problem)
	}
	d.must(d.resolve(domain.DecideReplace))
	if c := d.contract("HT-1"); c.Stage != domain.StageToPush || c.Round != 1 || c.B.Phone != "15400000013" {
		t.Errorf("%+v", c)
	}
}

// G8: nothing moves a contract while a differing offer waits for a person: not the push, by hand or by itself, no signature,
// no seal, no confirmation, no end of its period.
func TestG8NothingMovesWhileAPersonDecides(t *testing.T) {
	d := newDesk(t)
	d.Settings.PushAuto = true
	d.accept("HT-1")
	d.offerAgain(nil, "%PDF other")
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageToPush || c.Problem.Code != domain.CodeOtherBytes {
		t.Errorf("pushed by itself: %+v", c)
	}
	d.must(d.resolve(domain.DecideRefuse))
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageBSigning {
		t.Errorf("not pushed after the decision: %+v", c)
	}

	d = pushed(t, "HT-1")
	d.verify(phoneB, nameB, numberB)
	d.verify(phoneA, nameA, numberA)
	differs := func() { d.offerAgain(otherCompany, "%PDF HT-1") }
	differs()
	person := d.person(phoneB).ID
	signing := signing.Signing{OTP: "000000", Typed: "签名", Consent: agreed("sign")}
	d.want(d.SendSignCode(t.Context(), domain.InSession(person), "HT-1"), domain.CodeOfferDiffers)
	d.want(d.Sign(t.Context(), domain.InSession(person), "HT-1", signing), domain.CodeOfferDiffers)
	d.want(d.Refuse(t.Context(), domain.InSession(person), "HT-1", why), domain.CodeOfferDiffers)
	if task, err := d.SignerContract(t.Context(), domain.InSession(person), "HT-1"); err != nil || task.Blocked != domain.CodeOfferDiffers {
		t.Errorf("the signer's page: %+v, %v", task.Blocked, err)
	}
	d.clock.Advance(30 * 24 * time.Hour)
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageBSigning || c.Problem.Code != domain.CodeOfferDiffers {
		t.Errorf("%s, %v", c.Stage, c.Problem)
	}
	d.must(d.Recall(t.Context(), domain.Claimed("op"), "HT-1", why))

	d = pushed(t, "HT-1")
	d.verify(phoneB, nameB, numberB)
	d.must(d.sign(phoneB, "HT-1"))
	d.done()
	differs()
	d.want(d.sealB("HT-1"), domain.CodeOfferDiffers)

	d = signed(t, "HT-1")
	d.rule(domain.RuleSecondFrom, "1")
	d.must(d.sealer.Unlock([]byte(porttest.PIN)))
	differs()
	d.want(d.Confirm(t.Context(), domain.Claimed("sealer"), "HT-1"), domain.CodeOfferDiffers)
	_, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
	d.want(err, domain.CodeOfferDiffers)
	d.must(d.resolve(domain.DecideRefuse))
	d.rule(domain.RuleSecondFrom, "0")
	_, _, err = d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
	d.must(err)
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageDone {
		t.Error(c.Stage)
	}
	differs()
	d.want(d.resolve(domain.DecideReplace), domain.CodeWrongStage)
	if said := d.Sentence(d.resolve(domain.DecideReplace)); !strings.Contains(said, "先作废") {
		t.Errorf("the operator reads %q", said)
	}
	d.must(d.resolve(domain.DecideRefuse))
}

// A seal of the office that was asked for and has not used its key rests while another offer waits for a person's decision.
func TestG8SealThatRestsWaitsForTheDecision(t *testing.T) {
	d := signed(t, "HT-1")
	d.must(d.sealer.Unlock([]byte(porttest.PIN)))
	_, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
	d.must(err)
	d.offerAgain(otherCompany, "%PDF HT-1")
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageToSeal {
		t.Fatal(c.Stage)
	}
	d.must(d.resolve(domain.DecideRefuse))
	d.clock.Advance(2 * time.Minute)
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageDone {
		t.Error(c.Stage)
	}
}

// An import of a known number with another text stands beside the contract too; the procurement system, which did not send
// it, is told nothing before it is taken.
func TestG8ImportStandsBesideTheContract(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	d.done()
	in, err := d.Import(t.Context(), domain.Claimed("op"), offer("HT-1"), []byte("%PDF imported"))
	if err != nil || domain.CodeOf(in.Refusal) != domain.CodeOtherBytes {
		t.Errorf("%+v, %v", in, err)
	}
	d.done()
	if a := d.procurement.Answers(); len(a) != 1 {
		t.Errorf("the sender heard %+v", a)
	}
	d.must(d.resolve(domain.DecideReplace))
	if c := d.contract("HT-1"); c.OriginalSHA != sum([]byte("%PDF imported")) || c.Source != domain.FromProcurement {
		t.Errorf("%+v", c)
	}
}

// A problem that the flag of a differing offer replaced comes back when the offer is refused.
func TestWRK4EarlierProblemComesBack(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	d.pages.Find(domain.Examination{Pages: 1, Sizes: [][2]float64{{595, 842}}})
	d.want(d.Push(t.Context(), domain.Claimed("op"), "HT-1"), domain.CodeNoPlaceToSign)
	d.offerAgain(nil, "%PDF other")
	d.offerAgain(nil, "%PDF a third one")
	d.must(d.resolve(domain.DecideRefuse))
	if c := d.contract("HT-1"); c.Problem.Code != domain.CodeNoPlaceToSign {
		t.Errorf("%v", c.Problem)
	}
}

// The newest answer is the one the sender hears: what was told before and has not gone out is no longer true.
func TestWRK5AnAnswerThatIsNoLongerTrueIsLeftOut(t *testing.T) {
	d := newDesk(t)
	d.procurement.Fail(domain.Fail(domain.CodeProviderDown, "procurement"))
	d.offerAgain(func(o *domain.Offer) { o.PhoneB = "" }, "%PDF HT-1")
	d.work()
	d.accept("HT-1")
	d.procurement.Fail(nil)
	d.clock.Advance(time.Hour)
	d.done()
	if a := d.procurement.Answers(); len(a) != 1 || a[0].Verdict != domain.Accepted {
		t.Errorf("the sender heard %+v", a)
	}
}
