package workflow_test

import (
	"fmt"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/port"
)

// flags lists what may stand beside a stage: nothing, what waits for a decision, and problems of every kind.
func flags() []domain.Code {
	return []domain.Code{
		"", domain.CodeOtherBytes, domain.CodeOfferDiffers, domain.CodeNameDiffers, domain.CodeSMSFailed, domain.CodeNoPlaceToSign,
		domain.CodeSealQuarantined, domain.CodeNoDuty, domain.CodeUndelivered, domain.CodeReceiptMismatch, domain.CodeFinalMissing,
		domain.CodeFinalDiffers, domain.CodeArchiveDiffers, domain.CodeAppraisalDue, domain.CodeActLapsed, domain.CodeSealWords,
	}
}

// WRK-4: from every stage and flag some act of an operator leads out: it changes the stage or takes the flag away. The last
// stages, in which nothing is to come, need no way out unless something waits there for a decision.
func TestWRK4FromEveryStageAndFlagSomeActLeadsOut(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-0") // the people
	model := d.contract("HT-0")
	text := []byte("%PDF HT")
	sha, err := d.Store.PutDocument(t.Context(), text)
	d.must(err)
	for i, stage := range domain.Stages() {
		for j, flag := range flags() {
			no := fmt.Sprintf("HT-%d-%d", i+1, j)
			d.stand(model, no, stage, flag, sha)
			out := d.wayOut(no)
			byItself := stage == domain.StageDelivering || stage == domain.StageVoiding // its job, or its document, leads out
			over := stage == domain.StageEnded || stage == domain.StageVoided
			if out == "" && (flag.Doubt() || !byItself && !over) {
				t.Errorf("nothing leads out of %s with %q", stage, flag)
			}
		}
	}
	for _, stage := range domain.Stages() {
		leads := false
		for _, to := range domain.Stages() {
			leads = leads || domain.Follows(stage, to)
		}
		if !leads && stage != domain.StageEnded && stage != domain.StageVoided {
			t.Errorf("no stage follows %s", stage)
		}
	}
}

// stand puts a contract at a stage with a flag, and an offer beside it where the flag speaks of one.
func (d *desk) stand(model domain.Contract, no string, stage domain.Stage, flag domain.Code, sha string) {
	d.t.Helper()
	c := model
	c.No, c.Stage, c.OriginalSHA, c.CurrentSHA, c.Version = no, stage, sha, sha, 0
	if stage == domain.StageQuarantined || stage == domain.StageTurnedAway {
		c.Reason = string(domain.CodeSealProcessUnknown)
	}
	if flag != "" {
		c.RaiseDoubt(flag, d.Now())
	}
	d.must(d.Store.InTx(d.t.Context(), func(tx port.Tx) error {
		if err := tx.InsertContract(c); err != nil || !flag.Doubt() {
			return err
		}
		o := offer(no)
		o.Title = "另一个名称"
		r := domain.ReceivedOffer{ID: "O-" + no, No: no, Offer: o, Source: o.Source, Received: d.Now(), State: domain.OfferDiffers, SHA256: sha}
		if flag == domain.CodeOtherBytes {
			r.SHA256 = sum([]byte("%PDF other"))
		}
		return tx.InsertReceivedOffer(r)
	}))
}

// wayOut returns the first act that changes the stage or takes the flag away, "" when none does.
func (d *desk) wayOut(no string) string {
	d.t.Helper()
	ctx, op := d.t.Context(), domain.Claimed("op")
	o := offer(no)
	acts := []struct {
		name string
		do   func() error
	}{
		{"refuse", func() error { return d.Decide(ctx, op, no, domain.DecideRefuse, why) }},
		{"accept", func() error { return d.Decide(ctx, op, no, domain.DecideAccept, why) }},
		{"push", func() error { return d.Push(ctx, op, no) }},
		{"recall", func() error { return d.Recall(ctx, op, no, why) }},
		{"end", func() error { return d.End(ctx, op, no, why, []byte("%PDF-1.7 paper")) }},
		{"keep", func() error { return d.Keep(ctx, op, no, 5, why) }},
		{"void", func() error { _, err := d.Void(ctx, op, no, why); return err }},
		{"correct", func() error { _, err := d.Receive(ctx, domain.System(), o, []byte("%PDF corrected")); return err }},
	}
	before := d.contract(no)
	for _, act := range acts {
		if err := act.do(); domain.CodeOf(err) == "" && err != nil {
			d.t.Fatalf("%s of %s: %v", act.name, no, err)
		}
		after := d.contract(no)
		if after.Stage != before.Stage || before.Problem.Code != "" && after.Problem.Code == "" {
			return act.name
		}
	}
	return ""
}
