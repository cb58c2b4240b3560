package workflow_test

import (
	"testing"
	"time"

	"campus.example/sealdesk/domain"
)

// G19: contracts are kept 15 years from their end. After that nothing is deleted: the contract says that its time is
// over, its documents stay, and an operator decides.
func TestG19ContractsAreKeptAndThenAppraised(t *testing.T) {
	d := completed(t, "HT-1")
	d.accept("HT-2")
	d.must(d.Recall(t.Context(), domain.Claimed("op"), "HT-2", "文本有误"))
	d.accept("HT-3")
	d.must(d.Schedule(t.Context()))
	d.done()
	d.want(d.Keep(t.Context(), domain.Claimed("op"), "HT-3", 5, "仍在签署"), domain.CodeWrongStage)
	at := func(years, days int) {
		d.clock.Advance(d.contract("HT-1").StageSince.AddDate(years, 0, days).Sub(d.Now()))
		d.work() // the procurement system knows nothing of today
	}
	problem := func(no string, want domain.Code) {
		t.Helper()
		if c := d.contract(no); c.Problem.Code != want {
			t.Errorf("%s, %s: %q, want %q", d.Now().Format(time.DateOnly), no, c.Problem.Code, want)
		}
	}
	at(15, -2)
	problem("HT-1", "")
	at(15, 1)
	problem("HT-1", domain.CodeAppraisalDue)
	problem("HT-2", domain.CodeAppraisalDue)
	problem("HT-3", "")
	if !d.recorded("contract:HT-1", "contract.appraise") {
		t.Error(d.events("contract:HT-1"))
	}
	c := d.contract("HT-1")
	for _, sha := range []string{c.OriginalSHA, c.CurrentSHA} {
		if _, err := d.Store.Document(t.Context(), sha); err != nil {
			t.Error(err)
		}
	}
	d.want(d.Keep(t.Context(), domain.Claimed("op"), "HT-1", 5, ""), domain.CodeReasonEmpty)
	d.want(d.Keep(t.Context(), domain.Claimed("op"), "HT-1", 0, "诉讼"), domain.CodeBadInput)
	d.want(d.Keep(t.Context(), domain.Claimed("sealer"), "HT-1", 5, "诉讼"), domain.CodeNoRight)
	d.must(d.Keep(t.Context(), domain.Claimed("op"), "HT-1", 5, "诉讼未结"))
	problem("HT-1", "")
	at(19, 0)
	problem("HT-1", "")
	at(20, 3)
	problem("HT-1", domain.CodeAppraisalDue)
	if _, _, err := d.AuditVerify(t.Context(), domain.Claimed("admin")); err != nil {
		t.Error(err)
	}
}
