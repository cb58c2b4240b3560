package workflow_test

import (
	"slices"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
)

// warned lists the warnings that went out, as "phone days".
func (d *desk) warned() (list []string) {
	for _, text := range d.sms.Sent() {
		if text.Kind == domain.MessageWarn {
			list = append(list, text.To.Clear()+" "+text.Params["days"])
		}
	}
	return list
}

// pass lets days go by, with the office at work every hour.
func (d *desk) pass(days int) {
	d.t.Helper()
	for range days * 24 {
		d.clock.Advance(time.Hour)
		d.done()
	}
}

func thirty(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	d.Settings.ExpireDays, d.Settings.WarnDays = 30, []int{7, 3, 1}
	d.Settings.PollEvery = 24 * time.Hour
	d.must(d.Schedule(t.Context()))
	d.accept("HT-1")
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
	d.done()
	return d
}

// G6: whoever is due is warned 7, 3 and 1 days before the end, each time with a link that works; when the 30 days are
// over nobody signs any more, those who had been called are told, and so is the sender.
func TestG6WarningsThenTheEnd(t *testing.T) {
	d := thirty(t)
	b := phoneB.Clear()
	for _, step := range []struct {
		days int
		want []string
	}{
		{22, nil}, {2, []string{b + " 7"}}, {2, []string{b + " 7"}}, {2, []string{b + " 7", b + " 3"}}, {1, []string{b + " 7", b + " 3", b + " 1"}},
	} {
		if d.pass(step.days); !slices.Equal(d.warned(), step.want) {
			t.Fatalf("%s: warned %v, want %v", d.Now(), d.warned(), step.want)
		}
	}
	last, _ := d.sms.Last(phoneB, domain.MessageWarn)
	if _, err := d.EntryOf(t.Context(), last.Params["code"]); err != nil {
		t.Errorf("the link of the warning: %v", err)
	}
	if c := d.contract("HT-1"); c.Stage != domain.StageBSigning || !c.ExpiresAt.Equal(c.PushedAt.AddDate(0, 0, 30)) {
		t.Fatalf("%s, ends %s", c.Stage, c.ExpiresAt)
	}
	d.pass(2)
	c := d.contract("HT-1")
	if c.Stage != domain.StageExpired || d.procurement.StatusOf("HT-1") != domain.StageExpired || d.stops()[phoneB] != 1 {
		t.Errorf("%s, the sender heard %s, told %v", c.Stage, d.procurement.StatusOf("HT-1"), d.stops())
	}
	_, err := d.EntryOf(t.Context(), last.Params["code"])
	d.want(err, domain.CodeLinkDead)
	if len(d.warned()) != 3 {
		t.Errorf("warned %v", d.warned())
	}
}

// G6: an operator gives more time, for a reason; the warnings follow the new end, and the link lives as long.
func TestG6ExtensionKeepsTheContractOpen(t *testing.T) {
	d := thirty(t)
	d.pass(28)
	old := d.contract("HT-1").ExpiresAt
	extend := func(operator string, until time.Time, reason string) error {
		return d.Extend(t.Context(), domain.Claimed(operator), "HT-1", until, reason)
	}
	d.want(extend("op", old.AddDate(0, 0, 20), ""), domain.CodeReasonEmpty)
	d.want(extend("op", old, "代表出差"), domain.CodeDeadline)
	d.want(extend("sealer", old.AddDate(0, 0, 20), "代表出差"), domain.CodeNoRight)
	d.must(extend("op", old.AddDate(0, 0, 20), "代表出差"))
	d.done()
	d.pass(10)
	link, _ := d.sms.Last(phoneB, domain.MessageLinkB)
	if _, err := d.EntryOf(t.Context(), link.Params["code"]); err != nil || d.contract("HT-1").Stage != domain.StageBSigning {
		t.Errorf("%s, %v", d.contract("HT-1").Stage, err)
	}
	if got := len(d.warned()); got != 2 {
		t.Errorf("warned %v", d.warned())
	}
	d.pass(6)
	if got := d.warned(); len(got) != 3 || got[2] != phoneB.Clear()+" 7" {
		t.Errorf("warned %v", got)
	}
	d.pass(8)
	if c := d.contract("HT-1"); c.Stage != domain.StageExpired {
		t.Error(c.Stage)
	}
	d.want(extend("op", d.Now().AddDate(0, 0, 20), "代表出差"), domain.CodeWrongStage)
}

// What was signed in time waits for the office as long as the office needs.
func TestOnlySignersHaveADeadline(t *testing.T) {
	d := signed(t, "HT-1")
	d.must(d.Schedule(t.Context()))
	d.clock.Advance(100 * day)
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageToSeal {
		t.Error(c.Stage)
	}
}

// Nobody is stopped in the middle of his signature; the next look ends the contract, or finds it further on.
func TestPeriodEndsAfterTheSignatureUnderWay(t *testing.T) {
	d := thirty(t)
	d.verify(phoneB, nameB, numberB)
	d.clock.Advance(30*day - time.Hour)
	d.done()
	d.must(d.sign(phoneB, "HT-1"))
	job, found, err := d.Store.Claim(t.Context(), "slow", d.Now(), time.Minute, 0)
	if err != nil || !found || job.Kind != domain.JobAct {
		t.Fatal(job.Kind, found, err)
	}
	d.must(d.Store.Release(t.Context(), job, domain.JobReady, d.Now().Add(2*time.Hour), true, "no answer"))
	d.clock.Advance(90 * time.Minute)
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageBSigning {
		t.Error(c.Stage)
	}
	d.pass(1)
	if c := d.contract("HT-1"); c.Stage != domain.StageExpired || !d.recorded("contract:HT-1", "seal.commit") {
		t.Error(c.Stage, d.events("contract:HT-1"))
	}
}

// A reminder replaces the link; where the office is due, the operator on duty is called again.
func TestReminderReplacesTheLink(t *testing.T) {
	d := pushed(t, "HT-1")
	first, _ := d.sms.Last(phoneB, domain.MessageLinkB)
	d.must(d.Remind(t.Context(), domain.Claimed("op"), "HT-1"))
	d.done()
	second, _ := d.sms.Last(phoneB, domain.MessageLinkB)
	_, err := d.EntryOf(t.Context(), first.Params["code"])
	d.want(err, domain.CodeLinkDead)
	if _, err := d.EntryOf(t.Context(), second.Params["code"]); err != nil {
		t.Error(err)
	}
	d.must(d.Recall(t.Context(), domain.Claimed("op"), "HT-1", "文本有误"))
	d.want(d.Remind(t.Context(), domain.Claimed("op"), "HT-1"), domain.CodeWrongStage)
	s := signed(t, "HT-2")
	s.must(s.Remind(t.Context(), domain.Claimed("op"), "HT-2"))
	s.done()
	if got := s.calls(); got[len(got)-1] != "duty "+phoneSealer.Clear() || got[len(got)-2] != got[len(got)-1] {
		t.Error(got)
	}
}
