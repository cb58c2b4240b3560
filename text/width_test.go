package text

import (
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"
	"pgregory.net/rapid"
)

func TestWidth(t *testing.T) {
	for in, want := range map[string]int{
		"":              0,
		"HT-2026":       7,
		"采购":            4,
		"（盖章）":          8,
		"“合同”…":         7,
		"─│●①·—※→é":     9,
		"Zoe\u0301":     3,
		"\U00030EDE字":   4,
		"甲\u302a方":      4,
		"１２":            4,
		"\u0301":        0,
		"\ufffd":        1,
		"\U0001f44d ok": 5,
	} {
		if got := Width(in); got != want {
			t.Errorf("Width(%q) = %d, want %d", in, got, want)
		}
	}
}

// The short way must not know better than the long one.
func TestPlainWidthAgreesWithTheTables(t *testing.T) {
	for r := rune(0); r <= 0x1FFFF; r++ {
		if r >= 0xD800 && r <= 0xDFFF {
			continue
		}
		cells, ok := plainWidth(string(r))
		if !ok {
			continue
		}
		if want := runeWidth(r); cells != want {
			t.Errorf("U+%04X: %d cells, the table says %d", r, cells, want)
		}
		if classify(r) != kindKeep {
			t.Errorf("U+%04X passes the short way but would not be kept", r)
		}
	}
}

func TestTruncate(t *testing.T) {
	for _, c := range []struct {
		in    string
		cells int
		tail  string
		want  string
	}{
		{"服务器采购合同", 14, "…", "服务器采购合同"},
		{"服务器采购合同", 13, "…", "服务器采购合…"},
		{"服务器采购合同", 12, "…", "服务器采购…"},
		{"服务器采购合同", 1, "…", "…"},
		{"服务器采购合同", 0, "…", ""},
		{"服务器采购合同", -3, "…", ""},
		{"abcdef", 4, "...", "a..."},
		{"abcdef", 2, "...", ".."},
		{"abc", 3, "…", "abc"},
		{"Zoe\u0301 Li", 3, "", "Zoe\u0301"},
	} {
		if got := Truncate(c.in, c.cells, c.tail); got != c.want {
			t.Errorf("Truncate(%q, %d, %q) = %q, want %q", c.in, c.cells, c.tail, got, c.want)
		}
	}
}

func TestTruncateMiddle(t *testing.T) {
	if got, want := TruncateMiddle("HT-2026-0187-B", 9, "…"), "HT-2…87-B"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := TruncateMiddle("服务器采购合同", 8, "…"), "服务…同"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPads(t *testing.T) {
	for got, want := range map[string]string{
		PadRight("合同", 6):               "合同  ",
		PadLeft("合同", 6):                "  合同",
		Center("合同", 7):                 " 合同  ",
		PadRight("合同", 3):               "合同",
		Fit("合同编号", 6, "…"):             "合同… ",
		Fit("\u0600\u0600", 3, ""):      "\u0600\u0600  ", // a sign that joins the space behind it
		Fit("\u0d4e\u0d4e", 3, ""):      "\u0d4e\u0d4e  ",
		string(Fit(Clean("a"), 3, "…")): "a  ",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestCutsAndPadsKeepTheirWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyText().Draw(t, "text")
		tail := rapid.SampledFrom([]string{"", "…", "...", "《》"}).Draw(t, "tail")
		cells := rapid.IntRange(-1, 40).Draw(t, "cells")
		for _, in := range []string{s, Clean(s).String()} {
			room := max(0, cells)
			if got := Truncate(in, cells, tail); Width(got) > room {
				t.Fatalf("Truncate(%q) = %q takes %d cells", in, got, Width(got))
			}
			if got := TruncateMiddle(in, cells, tail); Width(got) > room {
				t.Fatalf("TruncateMiddle(%q) = %q takes %d cells", in, got, Width(got))
			}
			if got := Fit(in, cells, tail); Width(got) != room {
				t.Fatalf("Fit(%q) = %q takes %d cells", in, got, Width(got))
			}
			if Width(in) <= room {
				if got := Truncate(in, cells, tail); got != in {
					t.Fatalf("%q fits in %d cells and became %q", in, cells, got)
				}
			}
		}
		if got := PadLeft(s, cells); Width(got) != max(Width(s), cells) {
			t.Fatalf("PadLeft(%q) = %q takes %d cells", s, got, Width(got))
		}
		safe := Clean(s)
		if got := Center(safe, cells); Width(got) != max(Width(safe), cells) || !strings.Contains(got.String(), safe.String()) {
			t.Fatalf("Center(%q) = %q", safe, got)
		}
	})
}

func BenchmarkWidthOfATitle(b *testing.B) {
	for b.Loop() {
		Width("服务器采购合同（2026年度）第3包")
	}
}

func BenchmarkCleanOfATitle(b *testing.B) {
	for b.Loop() {
		Clean("“服务器”采购合同（2026年度）第3包")
	}
}

// The library turns its defaults to East Asian widths in a Chinese locale; ours must not follow.
func TestWidthIsTheSameInEveryLocale(t *testing.T) {
	before := *runewidth.DefaultCondition
	t.Cleanup(func() { *runewidth.DefaultCondition = before })
	for _, wide := range []bool{false, true} {
		runewidth.DefaultCondition.EastAsianWidth = wide
		if got := Width("“…─│①·—→é”"); got != 10 {
			t.Errorf("East Asian locale %t: %d cells, want 10", wide, got)
		}
	}
}
