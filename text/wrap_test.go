package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, in string
		cells    int
		want     []string
	}{
		{"empty", "", 10, []string{""}},
		{"fits", "合同双方", 8, []string{"合同双方"}},
		{"Chinese", "合同双方签署", 8, []string{"合同双方", "签署"}},
		{"no stop at the start", "合同双方。签署", 8, []string{"合同双", "方。签署"}},
		{"no opening at the end", "合同双（方）", 8, []string{"合同双", "（方）"}},
		{"curly quotes", "甲方称“合同”有效", 7, []string{"甲方称", "“合同”", "有效"}},
		{"Latin words", "the seal is applied", 8, []string{"the seal", "is", "applied"}},
		{"spaces at the break vanish", "seal     now", 4, []string{"seal", "now"}},
		{"long word", "HT-2026-0187-0188", 6, []string{"HT-202", "6-0187", "-0188"}},
		{"mixed", "编号HT-2026的合同", 8, []string{"编号", "HT-2026", "的合同"}},
		{"amount with its sign", "总价￥1280元整", 9, []string{"总价", "￥1280元", "整"}},
		{"indent stays", "　　本合同一式", 8, []string{"　　本合", "同一式"}},
		{"line breaks stay", "甲方\n\n乙方", 8, []string{"甲方", "", "乙方"}},
		{"one cell counts as two", "甲方", 1, []string{"甲", "方"}},
		{"only stops", "。。。。", 4, []string{"。。", "。。"}},
		{"dash of two", "合同双方——签署", 9, []string{"合同双", "方——签署"}},
	} {
		if diff := cmp.Diff(c.want, Wrap(c.in, c.cells)); diff != "" {
			t.Errorf("%s: Wrap(%q, %d) (-want +got)\n%s", c.name, c.in, c.cells, diff)
		}
	}
}

func TestWrapKeepsWidthAndText(t *testing.T) {
	bare := func(s string) string { return strings.NewReplacer(" ", "", "\n", "").Replace(s) }
	rapid.Check(t, func(t *rapid.T) {
		in := CleanLines(anyText().Draw(t, "text"))
		cells := rapid.IntRange(2, 30).Draw(t, "cells")
		lines := Wrap(in, cells)
		all := ""
		for _, l := range lines {
			if Width(l) > cells {
				t.Fatalf("%q takes %d of %d cells", l, Width(l), cells)
			}
			all += l.String()
		}
		if got, want := bare(all), bare(in.String()); got != want {
			t.Fatalf("%q became %q", want, got)
		}
	})
}

func TestWrapKeepsTheRulesForLineEdges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := Wrap(chinese().Draw(t, "text"), rapid.IntRange(6, 40).Draw(t, "cells"))
		for i, l := range lines {
			first, last := []rune(l + " ")[0], []rune(" " + l)[len([]rune(l))]
			if i > 0 && strings.ContainsRune(closingMarks, first) {
				t.Fatalf("a line begins with a closing mark: %q", lines)
			}
			if i < len(lines)-1 && strings.ContainsRune(openingMarks, last) {
				t.Fatalf("a line ends with an opening mark: %q", lines)
			}
		}
	})
}

func FuzzWrap(f *testing.F) {
	f.Add("合同双方。“签署”the seal——", 8)
	f.Add("　　甲方（盖章）\n\x1b[31m乙方", 3)
	f.Fuzz(func(t *testing.T, in string, cells int) {
		cells = 2 + (cells&0x7FFFFFFF)%200
		for _, l := range Wrap(CleanLines(in), cells) {
			if Width(l) > cells {
				t.Fatalf("%q takes %d of %d cells", l, Width(l), cells)
			}
		}
	})
}
