package domain

import (
	"testing"
	"time"
)

// G8, WRK-4: what waits for a person's decision is wiped by no stage and by no other problem.
func TestG8DoubtStaysUntilItIsDecided(t *testing.T) {
	now := time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)
	for _, code := range []Code{CodeOtherBytes, CodeOfferDiffers} {
		c := Contract{No: "HT-1", Stage: StageToPush}
		c.RaiseDoubt(code, now)
		if err := c.Move(StageRecalled, now); err != nil {
			t.Fatal(err)
		}
		c.Flag(CodeSMSFailed, now)
		if c.Problem.Code != code || CodeOf(c.CheckDoubt()) != CodeOfferDiffers {
			t.Errorf("%s: %+v", code, c.Problem)
		}
		c.SettleDoubt(CodeNoDuty, now)
		if c.Problem.Code != CodeNoDuty || c.CheckDoubt() != nil {
			t.Errorf("%s: %+v", code, c.Problem)
		}
		c.SettleDoubt("", now)
		if c.Problem.Code != CodeNoDuty {
			t.Errorf("another problem went: %+v", c.Problem)
		}
	}
}

// A number has to name the contract in addresses, files and on screens.
func TestCheckNumber(t *testing.T) {
	for _, no := range []string{"HT-2026-0001", "合同〔2026〕12号", "A.1", "x"} {
		if err := CheckNumber(no); err != nil {
			t.Errorf("%q: %v", no, err)
		}
	}
	for _, no := range []string{
		"", " ", "HT 1", " HT-1", "HT/1", "HT\\1", ".", "..", "HT\n1", "HT\x001", "HT\u200b1", "HT\u202e1", "HT\u00a01", "HT\u30001", "HT\ufeff1",
		"HT\u31641", "HT\ufe0f1", "HT\xff", "HT\ufffd1", string(make([]rune, 65)), "12345678901234567890123456789012345678901234567890123456789012345",
	} {
		if CodeOf(CheckNumber(no)) != CodeNoEmpty {
			t.Errorf("%q passes", no)
		}
	}
}

// Phones are masked in the changes, and a masked pair that looks alike is a change all the same.
func TestChangesMaskPhones(t *testing.T) {
	a := Contract{Title: "t", B: Party{Phone: "15400000012"}}
	b := Contract{Title: "t", B: Party{Phone: "15411110012"}}
	got := a.Changes(b)
	if len(got) != 1 || got[0] != (FieldChange{"phone_b", "154****0012", "154****0012"}) {
		t.Errorf("%+v", got)
	}
	if len(a.Changes(a)) != 0 {
		t.Error("it differs from itself")
	}
}
