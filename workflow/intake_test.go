package workflow_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/port"
)

// G8: the same number with the same bytes is the same contract, however often it comes.
func TestG8SameBytesAgainChangeNothing(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	before := d.contract("HT-1")
	in, err := d.Receive(t.Context(), domain.System(), offer("HT-1"), []byte("%PDF HT-1"))
	d.must(err)
	if !in.Repeated || in.Verdict != domain.Accepted {
		t.Errorf("%+v", in)
	}
	if after := d.contract("HT-1"); after != before {
		t.Errorf("%+v became %+v", before, after)
	}
	d.done()
	if answers := d.procurement.Answers(); len(answers) != 1 || answers[0].Verdict != domain.Accepted {
		t.Errorf("the sender heard %+v", answers)
	}
}

// G8: the same number with other bytes waits for a person; the contract stays as it was.
func TestG8OtherBytesWaitForAPerson(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	d.done()
	before := d.contract("HT-1")
	in, err := d.Receive(t.Context(), domain.System(), offer("HT-1"), []byte("%PDF other"))
	d.must(err)
	if in.Verdict != domain.Quarantined || domain.CodeOf(in.Refusal) != domain.CodeOtherBytes {
		t.Errorf("%+v", in)
	}
	after := d.contract("HT-1")
	if after.OriginalSHA != before.OriginalSHA || after.Stage != before.Stage || after.Problem.Code != domain.CodeOtherBytes {
		t.Errorf("%+v", after)
	}
	if !d.recorded("contract:HT-1", "contract.other_bytes same_number_other_bytes") {
		t.Error(d.events("contract:HT-1"))
	}
	d.done()
	answers := d.procurement.Answers()
	if len(answers) != 2 || answers[1].Verdict != domain.Quarantined || answers[1].Reason == "" {
		t.Errorf("the sender heard %+v", answers)
	}
}

func TestOfferIsTurnedAwayWithAReasonAndComesCorrected(t *testing.T) {
	d := newDesk(t)
	bad := offer("HT-1")
	bad.PhoneB = ""
	in, err := d.Receive(t.Context(), domain.System(), bad, []byte("%PDF HT-1"))
	d.must(err)
	if in.Verdict != domain.TurnedAway || d.contract("HT-1").Stage != domain.StageTurnedAway {
		t.Errorf("%+v", in)
	}
	d.done()
	if a := d.procurement.Answers(); len(a) != 1 || a[0].Code != domain.CodePhoneBMissing || a[0].Reason == "" {
		t.Errorf("the sender heard %+v", a)
	}
	d.accept("HT-1")
	if d.contract("HT-1").Stage != domain.StageToPush {
		t.Error("the corrected offer was not taken")
	}
}

// S29, WRK-5: an offer with a seal process the office does not know waits for a person, however often it comes; corrected, it
// takes its own place, and the sender hears what is stored.
func TestS29UnknownSealProcessWaitsForAPersonOrItsCorrection(t *testing.T) {
	d := newDesk(t)
	odd := offer("HT-1")
	odd.SealProcess = "三方签署"
	for n := range 2 {
		in, err := d.Receive(t.Context(), domain.System(), odd, []byte("%PDF HT-1"))
		d.must(err)
		if in.Verdict != domain.Quarantined || domain.CodeOf(in.Refusal) != domain.CodeSealProcessUnknown {
			t.Errorf("%+v", in)
		}
		d.done()
		if a := d.procurement.Answers(); len(a) != n+1 || a[n].Verdict != domain.Quarantined || !strings.Contains(a[n].Reason, "三方签署") {
			t.Errorf("offered for the %d. time, the sender heard %+v", n+1, a)
		}
	}
	if d.contract("HT-1").Stage != domain.StageQuarantined {
		t.Error(d.contract("HT-1").Stage)
	}
	d.accept("HT-1")
	d.done()
	a := d.procurement.Answers()
	if c := d.contract("HT-1"); c.Stage != domain.StageToPush || c.SealProcess != domain.SealProcessBoth || a[len(a)-1].Verdict != domain.Accepted {
		t.Errorf("%s, %s, the sender heard %+v", c.Stage, c.SealProcess, a[len(a)-1])
	}
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
}

// G2: a phone of the office's own people is not Party B's.
func TestG2OfficePhoneIsNotPartyB(t *testing.T) {
	d := newDesk(t)
	bad := offer("HT-1")
	bad.PhoneB = string(phoneSealer)
	in, err := d.Receive(t.Context(), domain.System(), bad, []byte("%PDF"))
	d.must(err)
	if domain.CodeOf(in.Refusal) != domain.CodePhoneIsOffice {
		t.Errorf("%+v", in)
	}
}

// S32: everything approved comes in by itself, in order, once; an outage delays it.
func TestS32PollTakesInWhatWasApproved(t *testing.T) {
	d := newDesk(t)
	for _, no := range []string{"HT-1", "HT-2", "HT-3"} {
		d.procurement.Approve(offer(no), []byte("%PDF "+no))
	}
	d.must(d.Schedule(t.Context()))
	d.must(d.Schedule(t.Context()))
	d.procurement.Fail(domain.Fail(domain.CodeProviderDown, "procurement"))
	if failed := d.work(); len(failed) != 1 || domain.CodeOf(failed[0]) != domain.CodeProviderDown {
		t.Error(failed)
	}
	d.procurement.Fail(nil)
	d.clock.Advance(time.Second)
	d.done()
	list, err := d.Contracts(t.Context(), domain.Claimed("op"), domain.ContractFilter{})
	d.must(err)
	if len(list) != 3 {
		t.Errorf("%d contracts", len(list))
	}
	d.procurement.Approve(offer("HT-4"), []byte("%PDF HT-4"))
	d.done()
	d.clock.Advance(time.Minute)
	d.done()
	if d.contract("HT-4").Stage != domain.StageToPush {
		t.Error("the next poll brought nothing")
	}
}

// S33: what was pushed to the office is never rewritten.
func TestS33OriginalIsKept(t *testing.T) {
	d := signed(t, "HT-1")
	pdf, err := d.Download(t.Context(), domain.Claimed("op"), "HT-1", true)
	if err != nil || string(pdf) != "%PDF HT-1" {
		t.Errorf("%q, %v", pdf, err)
	}
	d.want(func() error { _, err := d.Download(t.Context(), domain.Claimed("reviewer"), "HT-1", true); return err }(), domain.CodeNoRight)
}

// A document that was saved again after it was made is taken, and the record says so.
func TestSecondSaveIsTakenAndNoted(t *testing.T) {
	d := newDesk(t)
	for saves, want := range map[int]bool{1: false, 3: true} {
		no := "HT-" + strconv.Itoa(saves)
		d.pages.Find(domain.Examination{Pages: 1, Sizes: [][2]float64{{595, 842}}, Saves: saves})
		d.accept(no)
		var details string
		d.view(func(tx port.Tx) error {
			events, err := tx.Events(domain.EventFilter{Object: "contract:" + no})
			for _, e := range events {
				details += string(e.Detail) + "\n"
			}
			return err
		})
		if strings.Contains(details, " saves=3") != want {
			t.Errorf("%d saves: %s", saves, details)
		}
	}
}

// G14: a contract without a place to sign is not pushed; it says so.
func TestG14NoPlaceToSignIsAProblem(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	d.pages.Find(domain.Examination{Pages: 1, Sizes: [][2]float64{{595, 842}}})
	d.want(d.Push(t.Context(), domain.Claimed("op"), "HT-1"), domain.CodeNoPlaceToSign)
	if c := d.contract("HT-1"); c.Stage != domain.StageToPush || c.Problem.Code != domain.CodeNoPlaceToSign {
		t.Errorf("%s %v", c.Stage, c.Problem)
	}
}

// A seal that cannot be drawn is found at the push, before anybody was called; the contract says what is wrong.
func TestSealThatCannotBeDrawnIsAProblem(t *testing.T) {
	d := newDesk(t)
	o := offer("HT-1")
	o.PartyB = "某\uF8FF公司"
	if _, err := d.Receive(t.Context(), domain.System(), o, []byte("%PDF HT-1")); err != nil {
		t.Fatal(err)
	}
	d.want(d.Push(t.Context(), domain.Claimed("op"), "HT-1"), domain.CodeSealWords)
	if c := d.contract("HT-1"); c.Stage != domain.StageToPush || c.Problem.Code != domain.CodeSealWords {
		t.Errorf("%s %v", c.Stage, c.Problem)
	}
}
