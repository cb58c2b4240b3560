package screen

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"campus.example/sealdesk/text"
)

func TestWideCharactersStayWhole(t *testing.T) {
	c := New(6, 1)
	c.Put(0, 0, 6, "合同章", "")
	c.Put(1, 0, 1, "x", "")
	if got := c.String(); got != " x同章" {
		t.Errorf("over the second half: %q", got)
	}
	c.Put(2, 0, 1, "y", "")
	if got := c.String(); got != " xy 章" {
		t.Errorf("over the first half: %q", got)
	}
	c.Reset(5, 1)
	if used := c.Put(0, 0, 5, "合同章", ""); used != 4 || c.String() != "合同" {
		t.Errorf("at the edge: %d %q", used, c.String())
	}
}

func TestStylesEndWithTheirLine(t *testing.T) {
	c := New(4, 2)
	c.Put(0, 0, 4, "ab", "1")
	c.Put(2, 0, 2, "c", "")
	c.Put(0, 1, 4, "d", "7")
	if got, want := c.String(), "\x1b[0;1mab\x1b[0mc\n\x1b[0;7md\x1b[0m"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLineSaysThatSomethingIsMissing(t *testing.T) {
	c := New(8, 1)
	c.Line(c.Bounds(), 0, Span{"合同", ""}, Span{"编号名称", "1"})
	if got := ansi.Strip(c.String()); got != "合同编…" {
		t.Errorf("%q", got)
	}
}

// Whatever is drawn where: every row keeps the width of the canvas, by the measure of the renderer behind it.
func TestNoRowIsTooLong(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 30).Draw(t, "w"), rapid.IntRange(1, 4).Draw(t, "h")
		c := New(w, h)
		for range rapid.IntRange(1, 12).Draw(t, "writes") {
			s := text.Clean(rapid.StringOf(rapid.SampledFrom([]rune("合同ab…—“”①é\u0301，（）"))).Draw(t, "s"))
			x, y := rapid.IntRange(-2, 31).Draw(t, "x"), rapid.IntRange(-1, 4).Draw(t, "y")
			c.Put(x, y, rapid.IntRange(0, 40).Draw(t, "limit"), s, "")
			c.Box(Rect{x, y, rapid.IntRange(0, 40).Draw(t, "bw"), 3}, "1", Span{s, ""})
		}
		for _, line := range strings.Split(c.String(), "\n") {
			if got := ansi.StringWidth(line); got > w {
				t.Fatalf("%d cells in %d: %q", got, w, line)
			}
		}
	})
}
