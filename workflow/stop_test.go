package workflow_test

import (
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/lifecycle"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/porttest"
)

// finish takes a contract that waits for Party B, between verified people, to its end.
func (d *desk) finish(no string) {
	d.t.Helper()
	for _, step := range []func() error{
		func() error { return d.sign(phoneB, no) },
		func() error { return d.sealB(no) },
		func() error { return d.sign(phoneA, no) },
		func() error { return d.sealer.Unlock([]byte(porttest.PIN)) },
		func() error { _, _, err := d.Seal(d.t.Context(), domain.Claimed("sealer"), no, nil); return err },
	} {
		d.must(step())
		d.done()
	}
	if c := d.contract(no); c.Stage != domain.StageDone {
		d.t.Fatalf("%s %s, problem %v", no, c.Stage, c.Problem)
	}
}

func completed(t *testing.T, no string) *desk {
	t.Helper()
	d := pushed(t, no)
	d.verify(phoneB, nameB, numberB)
	d.verify(phoneA, nameA, numberA)
	d.verify(phoneSealer, nameSealer, numberA)
	d.finish(no)
	return d
}

// stops counts the messages that say signing has stopped.
func (d *desk) stops() map[domain.Phone]int {
	told := map[domain.Phone]int{}
	for _, text := range d.sms.Sent() {
		if text.Kind == domain.MessageRecall {
			told[text.To]++
		}
	}
	return told
}

var paper = []byte("%PDF-1.7 signed on paper")

// G7: recalled and ended is what is not complete, voided what is; each act leaves a stage of its own, and none does
// another's work.
func TestG7ThreeActsAreNeverMixed(t *testing.T) {
	acts := map[string]func(d *desk) error{
		"recall": func(d *desk) error { return d.Recall(t.Context(), domain.Claimed("op"), "HT-1", "文本有误") },
		"end": func(d *desk) error {
			return d.End(t.Context(), domain.Claimed("op"), "HT-1", "改为纸质签署", paper)
		},
		"void": func(d *desk) error {
			_, err := d.Void(t.Context(), domain.Claimed("op"), "HT-1", "项目取消")
			return err
		},
	}
	toPush := func(t *testing.T, no string) *desk {
		d := newDesk(t)
		d.accept(no)
		return d
	}
	refused := func(t *testing.T, no string) *desk {
		d := pushed(t, no)
		d.must(d.Refuse(t.Context(), domain.InSession(d.person(phoneB).ID), no, "金额不对"))
		return d
	}
	for name, c := range map[string]struct {
		at   func(*testing.T, string) *desk
		want map[string]domain.Stage
	}{
		"to push":  {toPush, map[string]domain.Stage{"recall": domain.StageRecalled, "end": domain.StageEnded}},
		"signing":  {pushed, map[string]domain.Stage{"recall": domain.StageRecalled, "end": domain.StageEnded}},
		"to seal":  {signed, map[string]domain.Stage{"recall": domain.StageRecalled, "end": domain.StageEnded}},
		"complete": {completed, map[string]domain.Stage{"void": domain.StageVoiding}},
		"refused":  {refused, nil},
	} {
		for act, do := range acts {
			t.Run(name+" "+act, func(t *testing.T) {
				d := c.at(t, "HT-1")
				before := d.contract("HT-1")
				err := do(d)
				want, may := c.want[act]
				if !may {
					d.want(err, domain.CodeWrongStage)
					want = before.Stage
				} else {
					d.must(err)
				}
				if after := d.contract("HT-1"); after.Stage != want || after.CurrentSHA != before.CurrentSHA {
					t.Errorf("%s became %s, want %s", before.Stage, after.Stage, want)
				}
			})
		}
	}
}

// G7: a recalled contract is signed by nobody: its links are dead, whoever was called is told, and so is the sender.
func TestG7RecallStopsTheSigning(t *testing.T) {
	d := signed(t, "HT-1")
	link, _ := d.sms.Last(phoneA, domain.MessageLinkA)
	d.want(d.Recall(t.Context(), domain.Claimed("op"), "HT-1", " "), domain.CodeReasonEmpty)
	d.want(d.Recall(t.Context(), domain.Claimed("reviewer"), "HT-1", "文本有误"), domain.CodeNoRight)
	d.must(d.Recall(t.Context(), domain.Claimed("op"), "HT-1", "文本有误"))
	d.done()
	if told := d.stops(); told[phoneA] != 1 || told[phoneB] != 1 || len(told) != 2 {
		t.Errorf("told: %v", told)
	}
	if d.procurement.StatusOf("HT-1") != domain.StageRecalled || d.procurement.ReasonOf("HT-1") != "文本有误" {
		t.Errorf("the sender heard %s, %s", d.procurement.StatusOf("HT-1"), d.procurement.ReasonOf("HT-1"))
	}
	_, err := d.EntryOf(t.Context(), link.Params["code"])
	d.want(err, domain.CodeLinkDead)
	d.must(d.sealer.Unlock([]byte(porttest.PIN)))
	_, _, err = d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
	d.want(err, domain.CodeOutOfTurn)
}

// Nothing is taken back in the middle of a signature.
func TestRecallWaitsForASignatureUnderWay(t *testing.T) {
	d := pushed(t, "HT-1")
	d.verify(phoneB, nameB, numberB)
	d.must(d.sign(phoneB, "HT-1"))
	d.want(d.Recall(t.Context(), domain.Claimed("op"), "HT-1", "文本有误"), domain.CodeSealRunning)
	d.done()
	d.must(d.Recall(t.Context(), domain.Claimed("op"), "HT-1", "文本有误"))
}

// An act whose work was given up, or whose result was set aside, does not bind a contract for good: the signer hears that
// the office looks at it, and the office has its ways out. What was given up is not taken up in another round.
func TestHeldActHasAWayOut(t *testing.T) {
	for name, c := range map[string]struct {
		fails domain.Code
		state domain.SealState
	}{
		"set aside": {domain.CodeSealQuarantined, domain.SealQuarantined},
		"given up":  {domain.CodeSealUnseen, domain.SealMaterialised},
	} {
		d := pushed(t, "HT-1")
		d.verify(phoneB, nameB, numberB)
		d.sealer.Refuse(domain.Fail(c.fails))
		d.must(d.sign(phoneB, "HT-1"))
		d.giveUp("HT-1", domain.ActBSign)
		op := d.op("HT-1", domain.ActBSign)
		if op.State != c.state {
			t.Fatalf("%s: %s", name, op.State)
		}
		task, err := d.SignerContract(t.Context(), domain.InSession(d.person(phoneB).ID), "HT-1")
		if err != nil || !task.Held || !task.Running {
			t.Errorf("%s: %+v, %v", name, task, err)
		}
		d.sealer.Refuse(nil)
		d.must(d.Recall(t.Context(), domain.Claimed("op"), "HT-1", "结果未通过核验"))
		for _, text := range []string{"%PDF HT-1 corrected", "%PDF HT-1"} { // and back to the first text
			_, err = d.Receive(t.Context(), domain.System(), offer("HT-1"), []byte(text))
			d.must(err)
			d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
			if text != "%PDF HT-1" {
				d.must(d.Recall(t.Context(), domain.Claimed("op"), "HT-1", "仍用原文本"))
			}
		}
		d.view(func(tx port.Tx) error {
			j, err := tx.JobByKey("act:" + op.ID)
			if err == nil && j.State == domain.JobDead {
				err = d.Store.InTx(t.Context(), func(tx port.Tx) error { return tx.WakeJob(j.ID, d.Now()) })
			}
			return err
		})
		d.work()
		if now := d.contract("HT-1"); now.Stage != domain.StageBSigning || now.Round == op.Round {
			t.Errorf("%s: %s in round %d", name, now.Stage, now.Round)
		}
	}
}

// giveUp works until nothing is ready, and then gives up the act as an engine does after its last try.
func (d *desk) giveUp(no string, act domain.Act) {
	d.t.Helper()
	d.work()
	op := d.op(no, act)
	d.clock.Advance(24 * time.Hour)
	for {
		j, found, err := d.Store.Claim(d.t.Context(), "test", d.Now(), time.Minute, 0)
		d.must(err)
		if !found {
			return
		}
		state := domain.JobReady
		if j.Unique == "act:"+op.ID {
			state = domain.JobDead
		}
		d.must(d.Store.Release(d.t.Context(), j, state, d.Now().Add(time.Hour), true, "given up"))
	}
}

func (d *desk) op(no string, act domain.Act) (op domain.SealOp) {
	d.t.Helper()
	d.view(func(tx port.Tx) (err error) {
		op, err = tx.SealOpFor(no, act)
		return err
	})
	return op
}

// G7, G22: what ends by force keeps the file that explains it, such as the contract signed on paper.
func TestG7EndKeepsItsExplanation(t *testing.T) {
	d := pushed(t, "HT-1")
	for _, bad := range [][]byte{nil, []byte("PK\x03\x04"), make([]byte, lifecycle.MaxExplanation+1)} {
		d.want(d.End(t.Context(), domain.Claimed("op"), "HT-1", "改为纸质签署", bad), domain.CodeAttachmentInvalid)
	}
	d.want(d.End(t.Context(), domain.Claimed("op"), "HT-1", "", paper), domain.CodeReasonEmpty)
	d.want(d.End(t.Context(), domain.Claimed("sealer"), "HT-1", "改为纸质签署", paper), domain.CodeNoRight)
	d.must(d.End(t.Context(), domain.Claimed("op"), "HT-1", "改为纸质签署", paper))
	d.done()
	file, err := d.Explanation(t.Context(), domain.Claimed("op"), "HT-1")
	if err != nil || string(file) != string(paper) {
		t.Errorf("%q, %v", file, err)
	}
	if d.procurement.StatusOf("HT-1") != domain.StageEnded {
		t.Errorf("the sender heard %s", d.procurement.StatusOf("HT-1"))
	}
	d.want(d.End(t.Context(), domain.Claimed("op"), "HT-1", "再来一次", paper), domain.CodeWrongStage)
	if _, err := d.Explanation(t.Context(), domain.Claimed("op"), "HT-2"); domain.CodeOf(err) != domain.CodeNotFound {
		t.Error(err)
	}
}

// G7: a complete contract is voided by a document that all of them sign and the office seals; until then it stands.
func TestG7VoidIsSignedByEverybody(t *testing.T) {
	d := completed(t, "HT-1")
	final := d.contract("HT-1").CurrentSHA
	void, err := d.Void(t.Context(), domain.Claimed("op"), "HT-1", "项目取消")
	d.must(err)
	d.done()
	p := d.contract(void)
	if p.Stage != domain.StageBSigning || p.Voids != "HT-1" || p.B.Phone != phoneB || p.A.Phone != phoneA {
		t.Fatalf("%+v", p)
	}
	if text, _ := d.sms.Last(phoneB, domain.MessageLinkB); text.Params["no"] != void {
		t.Errorf("Party B was called to %s", text.Params["no"])
	}
	_, err = d.Void(t.Context(), domain.Claimed("op"), "HT-1", "再来一次")
	d.want(err, domain.CodeWrongStage)
	if c := d.contract("HT-1"); c.Stage != domain.StageVoiding {
		t.Errorf("%s before anybody has signed", c.Stage)
	}
	d.finish(void)
	c := d.contract("HT-1")
	if c.Stage != domain.StageVoided || c.CurrentSHA != final || c.Reason != "项目取消" {
		t.Errorf("%+v", c)
	}
	d.done()
	if d.procurement.StatusOf("HT-1") != domain.StageVoided {
		t.Errorf("the sender heard %s", d.procurement.StatusOf("HT-1"))
	}
	if _, puts := d.procurement.Final("HT-1"); puts != 1 {
		t.Errorf("%d finals went out: the void document is the office's own", puts)
	}
	pdf, err := d.Download(t.Context(), domain.Claimed("op"), void, false)
	if err != nil || strings.Count(string(pdf), "%act ") != 4 {
		t.Errorf("%s, %v", pdf, err)
	}
	_, err = d.Void(t.Context(), domain.Claimed("op"), void, "作废的作废")
	d.want(err, domain.CodeWrongStage)
}

// Whoever does not sign the void document lets the contract stand; it can be tried again.
func TestUnsignedVoidLeavesTheContract(t *testing.T) {
	d := completed(t, "HT-1")
	for i, stop := range []func(paper string) error{
		func(paper string) error {
			return d.Refuse(t.Context(), domain.InSession(d.person(phoneB).ID), paper, "不同意")
		},
		func(paper string) error { return d.Recall(t.Context(), domain.Claimed("op"), paper, "有误") },
		func(string) error { return nil },
	} {
		void, err := d.Void(t.Context(), domain.Claimed("op"), "HT-1", "项目取消")
		d.must(err)
		if want := []string{"HT-1-ZF", "HT-1-ZF2", "HT-1-ZF3"}[i]; void != want {
			t.Errorf("%s, want %s", void, want)
		}
		d.done()
		d.must(stop(void))
		d.done()
		if c := d.contract("HT-1"); i < 2 && (c.Stage != domain.StageDone || c.Reason != "") {
			t.Errorf("%s %q", c.Stage, c.Reason)
		}
	}
}
