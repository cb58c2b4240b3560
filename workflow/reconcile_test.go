package workflow_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/porttest"
)

// G16: a final that does not arrive is sent again and again. When the tries are used up the contract says so; once the
// other side is back, an operator's word sends it, and the flag goes.
func TestG16FinalIsSentAgainThenFlagged(t *testing.T) {
	d := signed(t, "HT-1")
	d.must(d.sealer.Unlock([]byte(porttest.PIN)))
	d.procurement.Fail(domain.Fail(domain.CodeProviderDown, "procurement"))
	_, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
	d.must(err)
	var job domain.Job
	for tries := 0; ; tries++ {
		if c := d.contract("HT-1"); c.Problem.Code == domain.CodeUndelivered {
			break
		}
		if tries > 40 {
			t.Fatal("it is sent for ever")
		}
		d.work()
		d.clock.Advance(15 * time.Minute)
	}
	jobs, err := d.Jobs(t.Context(), domain.Claimed("op"), domain.JobFilter{Kind: domain.JobDeliver})
	d.must(err)
	if job = jobs[0]; job.Attempt != job.MaxAttempt || job.MaxAttempt < 20 {
		t.Errorf("flagged after %d of %d tries", job.Attempt, job.MaxAttempt)
	}
	if c := d.contract("HT-1"); c.Stage != domain.StageDelivering || !d.recorded("contract:HT-1", "contract.undelivered provider_down") {
		t.Errorf("%s, %v", c.Stage, d.events("contract:HT-1"))
	}
	d.procurement.Fail(nil)
	d.must(d.RetryJob(t.Context(), domain.Claimed("op"), job.ID))
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageDone || c.Problem.Code != "" {
		t.Errorf("%s %v", c.Stage, c.Problem)
	}
}

// G16: every night the contracts, the archive and the procurement system's slots are compared. What differs is named and
// flagged; mended, the flag goes with the next comparison.
func TestG16ThreeListsAreComparedEveryNight(t *testing.T) {
	d := completed(t, "HT-1")
	for _, no := range []string{"HT-2", "HT-3"} {
		d.accept(no)
		d.must(d.Push(t.Context(), domain.Claimed("op"), no))
		d.done()
		d.finish(no)
	}
	d.Settings.PollEvery = 24 * time.Hour
	d.must(d.Schedule(t.Context()))
	d.done()
	last := func() domain.Reconciliation {
		t.Helper()
		r, err := d.LastReconciliation(t.Context(), domain.Claimed("op"))
		d.must(err)
		return r
	}
	if r := last(); !r.At.IsZero() {
		t.Errorf("compared before the night: %+v", r)
	}
	d.pass(1)
	if r := last(); r.Compared != 3 || len(r.Differences) != 0 {
		t.Fatalf("%+v", r)
	}

	sha := d.contract("HT-3").CurrentSHA
	var archived string
	d.must(filepath.WalkDir(d.dir, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() && filepath.Base(path) == sha {
			archived = path
		}
		return err
	}))
	sound, err := os.ReadFile(archived)
	d.must(err)
	d.must(os.Chmod(archived, 0o600))
	d.must(os.WriteFile(archived, []byte("%PDF forged"), 0o600))
	final, _ := d.procurement.Final("HT-1")
	d.procurement.Lose("HT-1")
	_, err = d.procurement.PutFinal(t.Context(), "HT-2", []byte("%PDF another"))
	d.must(err)
	d.pass(1)
	got := last().Differences
	want := map[string]domain.Code{"HT-1": domain.CodeFinalMissing, "HT-2": domain.CodeFinalDiffers, "HT-3": domain.CodeArchiveDiffers}
	if len(got) != 3 {
		t.Errorf("%+v", got)
	}
	for _, x := range got {
		if want[x.No] != x.Code || d.contract(x.No).Problem.Code != x.Code {
			t.Errorf("%+v, flagged %v", x, d.contract(x.No).Problem)
		}
	}

	d.must(os.WriteFile(archived, sound, 0o600))
	for no, pdf := range map[string][]byte{"HT-1": final, "HT-2": d.document("HT-2")} {
		_, err := d.procurement.PutFinal(t.Context(), no, pdf)
		d.must(err)
	}
	r, err := d.Reconcile(t.Context(), domain.Claimed("op"))
	d.must(err)
	if len(r.Differences) != 0 || d.contract("HT-1").Problem.Code != "" || d.contract("HT-3").Problem.Code != "" {
		t.Errorf("%+v", r)
	}
	_, err = d.Reconcile(t.Context(), domain.Claimed("reviewer"))
	d.want(err, domain.CodeNoRight)
}

func (d *desk) document(no string) []byte {
	d.t.Helper()
	pdf, err := d.Store.Document(d.t.Context(), d.contract(no).CurrentSHA)
	d.must(err)
	return pdf
}
