package write

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// wide counts a Chinese sign as two and any other as one.
func wide(s string) float64 {
	n := 0
	for _, r := range s {
		n++
		if r > 0x2000 {
			n++
		}
	}
	return float64(n)
}

func TestBreakLines(t *testing.T) {
	for text, want := range map[string]string{
		"":           "",
		"甲乙双方订立合同":   "甲乙双方|订立合同",
		"甲乙双方，订立合同":  "甲乙双|方，订立|合同",
		"甲乙（双方）订立":   "甲乙（双|方）订立",
		"按合同（HT-1）办": "按合同|（HT-1）|办",
		"no broken":  "no|broken",
		"abcdefghij": "abcdefgh|ij",
		"甲 乙 丙 丁 戊":  "甲 乙 丙|丁 戊",
	} {
		if got := strings.Join(breakLines(text, 0, 8, wide), "|"); got != want {
			t.Errorf("%q breaks as %q, want %q", text, got, want)
		}
	}
	if got := strings.Join(breakLines("甲乙双方订立", 4, 8, wide), "|"); got != "甲乙|双方订立" {
		t.Errorf("with an indent: %q", got)
	}
}

// Whatever is set, nothing is lost but spaces at line ends, and no line is wider than the column.
func TestBreakLinesKeepsTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("甲乙合同，。（）《》ab1 .-%")), 0, 60, -1).Draw(t, "text")
		width := rapid.IntRange(4, 30).Draw(t, "width")
		lines := breakLines(text, 0, float64(width), wide)
		squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got := squeeze(strings.Join(lines, "")); got != squeeze(text) {
			t.Fatalf("%q became %q", text, got)
		}
		for _, l := range lines {
			if wide(l) > float64(width) && utf8.RuneCountInString(l) > 1 {
				t.Fatalf("%q is wider than %d", l, width)
			}
		}
	})
}
