package layout

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"campus.example/sealdesk/text"
)

// set writes text from x on, each ideograph one size wide and any other character half of it.
func set(x, base, size float64, s string) []Char {
	var out []Char
	for _, r := range s {
		w := size
		if r < 0x2e80 {
			w = size / 2
		}
		out = append(out, Char{Text: string(r), X: x, W: w, Base: base, Size: size})
		x += w
	}
	return out
}

func page(chars ...[]Char) Page {
	p := Page{Width: 600, Height: 840}
	for _, c := range chars {
		p.Chars = append(p.Chars, c...)
	}
	return p
}

func line(t *testing.T, v View, want string) int {
	t.Helper()
	for i, l := range v.Lines {
		if strings.TrimRight(string(l), " ") == want {
			return i
		}
	}
	t.Errorf("no line %q in:\n%s", want, join(v))
	return 0
}

func join(v View) string {
	var b strings.Builder
	for _, l := range v.Lines {
		b.WriteString(string(l) + "\n")
	}
	return b.String()
}

func TestText(t *testing.T) {
	// 100 columns: a cell is 6 points wide and 12 high.
	for name, c := range map[string]struct {
		page Page
		want string
	}{
		"in its column":          {page(set(60, 700, 12, "甲方")), strings.Repeat(" ", 10) + "甲方"},
		"smaller than its cells": {page(set(60, 700, 10.5, "甲方（盖章）")), strings.Repeat(" ", 10) + "甲方（盖章）"},
		"words":                  {page(set(0, 700, 12, "a b  c")), "a b  c"},
		"two columns":            {page(set(0, 700, 12, "甲方："), set(300, 700, 12, "乙方：")), "甲方：" + strings.Repeat(" ", 44) + "乙方："},
		"drawn backwards":        {page(set(12, 700, 12, "方"), set(0, 700, 12, "甲")), "甲方"},
		"letter-spaced":          {page(set(0, 700, 12, "合"), set(24, 700, 12, "同")), "合  同"},
		"bold by two":            {page(set(0, 700, 12, "合"), set(0.3, 700, 12, "合"), set(12, 700, 12, "同")), "合同"},
		"raised":                 {page(set(0, 700, 12, "m"), set(6, 703, 9, "2")), "m2"},
		"pushed on":              {page(set(0, 700, 4, strings.Repeat("字", 20)), set(90, 700, 4, "后")), strings.Repeat("字", 20) + " 后"},
		"unsafe":                 {page([]Char{{Text: "\x1b[31m甲\u202e", X: 0, W: 12, Base: 700, Size: 12}}), string(text.Clean("\x1b[31m甲\u202e"))},
		"out of all measure":     {page([]Char{{Text: "x", X: math.NaN(), Base: 700, Size: 12}}, set(0, 700, 12, "甲")), "甲"},
	} {
		t.Run(name, func(t *testing.T) { line(t, New(c.page, 100), c.want) })
	}
}

func TestRows(t *testing.T) {
	v := New(page(set(0, 828, 12, "一"), set(0, 700, 12, "二"), set(0, 695, 12, "三"), set(0, 690, 12, "四"), set(0, 400, 12, "五")), 100)
	if one, two, three, four, five := line(t, v, "一"), line(t, v, "二"), line(t, v, "三"), line(t, v, "四"), line(t, v, "五"); one != 0 ||
		two != 11 || three != 12 || four != 13 || five != 36 {
		t.Error(one, two, three, four, five)
	}
	if len(v.Lines) != 70 {
		t.Errorf("%d lines", len(v.Lines))
	}
	for name, p := range map[string]Page{"nothing": {}, "no text": {Width: 600, Height: 840}, "wrong": {Width: math.NaN(), Height: 1}} {
		v := New(p, 100)
		if got := v.Cells(1, 2, 3, 4); got.EndColumn <= got.Column || got.EndRow <= got.Row {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestCellsFollowTheText(t *testing.T) {
	// Twelve lines eight points apart take twelve rows: a frame moves with its line.
	var all [][]Char
	for i := range 12 {
		all = append(all, set(60, 800-8*float64(i), 12, string(rune('一'+i))))
	}
	v := New(page(all...), 100)
	for i := range 12 {
		row := line(t, v, strings.Repeat(" ", 10)+string(rune('一'+i)))
		base := 800 - 8*float64(i)
		c := v.Cells(60, base-1.44, 12, 12)
		if c.Row > row || c.EndRow <= row || c.Column != 10 || c.EndColumn != 12 {
			t.Errorf("line %d stands in row %d, its cells are %v", i, row, c)
		}
		if _, y := v.Point(10, row); math.Abs(y-(base+4.56)) > 1 {
			t.Errorf("row %d shows %v, the line stands at %v", row, y, base)
		}
	}
}

func TestNothingIsLostOrOutOfOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := page()
		n := rapid.IntRange(1, 200).Draw(t, "n")
		count := map[string]int{}
		for range n {
			c := Char{
				Text: string(rapid.RuneFrom([]rune("甲乙丙ab")).Draw(t, "r")),
				X:    rapid.Float64Range(-50, 650).Draw(t, "x"), W: rapid.Float64Range(0, 40).Draw(t, "w"),
				Base: rapid.Float64Range(-50, 900).Draw(t, "base"), Size: rapid.Float64Range(0.1, 40).Draw(t, "size"),
			}
			p.Chars = append(p.Chars, c)
			count[c.Text]++
		}
		v := New(p, rapid.IntRange(-5, 300).Draw(t, "columns"))
		all := join(v)
		for r, want := range count {
			if got := strings.Count(all, r); got > want {
				t.Fatalf("%q stands %d times, is there %d times", r, got, want)
			}
		}
		last := -1
		for y := 839.0; y > 0; y -= 13 {
			c := v.Cells(0, y, 10, 1)
			if c.Row < last {
				t.Fatalf("rows go up at %v: %v after %d", y, c, last)
			}
			last = c.Row
		}
	})
}

func FuzzLayout(f *testing.F) {
	f.Add("甲方", 60.0, 700.0, 12.0, 100)
	f.Add("a\x1b[0m", math.Inf(1), -1e308, 1e-300, 0)
	f.Fuzz(func(t *testing.T, s string, x, base, size float64, columns int) {
		p := page(set(x, base, size, s), set(base, x, size, s))
		v := New(p, columns)
		if len(v.Lines) > maxRows {
			t.Fatalf("%d lines", len(v.Lines))
		}
		v.Cells(x, base, size, size)
		for _, l := range v.Lines {
			if l != text.Clean(string(l)) {
				t.Fatalf("unsafe: %q", l)
			}
		}
	})
}
