package workflow_test

import (
	"testing"
	"time"

	"campus.example/sealdesk/domain"
)

func links(d *desk) (n int) {
	for _, text := range d.sms.Sent() {
		if text.Kind == domain.MessageLinkB {
			n++
		}
	}
	return n
}

// The gateway took the message but its answer was lost: it is asked, and nothing is sent twice.
func TestLostAnswerSendsNothingTwice(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	d.sms.LoseAnswer(domain.Fail(domain.CodeProviderDown, "sms"))
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
	if failed := d.work(); len(failed) != 1 {
		t.Error(failed)
	}
	d.clock.Advance(time.Minute)
	d.done()
	if links(d) != 1 || d.sms.Asked() != 1 {
		t.Errorf("%d messages, %d questions", links(d), d.sms.Asked())
	}
	list, err := d.Contract(t.Context(), domain.Claimed("op"), "HT-1")
	if err != nil || len(list.Messages) != 1 || list.Messages[0].State != domain.MessageSent {
		t.Errorf("%+v, %v", list.Messages, err)
	}
}

// A worker is lost after the intent was committed: the next one asks, waits as long as the gateway may take to know
// a message, and only then sends.
func TestLostWorkerIsFollowedByAQuestion(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	d.done()
	d.sms.SetVisible(10 * time.Minute)
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
	job, found, err := d.Store.Claim(t.Context(), "dies", d.Now(), time.Minute, 0)
	if err != nil || !found || job.Kind != domain.JobSMS {
		t.Fatal(job, found, err)
	}
	d.must(d.Store.MarkInflight(t.Context(), job, d.Now()))
	d.clock.Advance(2 * time.Minute)
	d.done()
	if links(d) != 0 || d.sms.Asked() != 1 {
		t.Errorf("before the gateway can know: %d messages, %d questions", links(d), d.sms.Asked())
	}
	d.clock.Advance(9 * time.Minute)
	d.done()
	if links(d) != 1 || d.sms.Asked() != 2 {
		t.Errorf("after: %d messages, %d questions", links(d), d.sms.Asked())
	}
}

// A clear no is final: the message has failed, and its contract says so.
func TestRefusedMessageIsAProblemOfItsContract(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	d.done()
	d.sms.Fail(domain.Fail(domain.CodeProviderRefused, "sms", "isv.MOBILE_NUMBER_ILLEGAL"))
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
	d.done()
	if c := d.contract("HT-1"); c.Problem.Code != domain.CodeSMSFailed {
		t.Error(c.Problem)
	}
	d.sms.Fail(nil)
	d.clock.Advance(time.Hour)
	d.done()
	if links(d) != 0 {
		t.Error("a refused message was sent again")
	}
}
