package ui_test

import (
	"testing"
	"time"

	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/ui/internal/sample"
)

// S88: what was promised and is late stands out by a sign and a word, not by colour alone.
func TestS88LateReviewsStandOut(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		o := options(sample.New(noon).Fill(20), lang)
		o.Now = func() time.Time { return noon().Add(10 * time.Minute) }
		s := open(t, o, 120, 36)
		s.see("HT-2026-0187")
		s.press("3")
		s.see("⚠ "+i18n.For(lang).Console.Review.Late, "06:12")
	}
}

// S32: when a contract came in stands in its record.
func TestS32ArrivalIsShown(t *testing.T) {
	s := open(t, options(sample.New(noon).Fill(200), "zh"), 120, 36)
	s.see("HT-2026-0187")
	s.play("]", "]", "]", "]", "wait:HT-2026-0194", "enter", "wait:1/6", "tab")
	s.see("11-24 10:15 收到合同")
}
