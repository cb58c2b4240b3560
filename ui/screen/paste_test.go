package screen

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"
)

func TestPasteKeepsColoursAndAttributes(t *testing.T) {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.TrueColor)
	c := New(12, 2)
	c.Paste(Rect{1, 0, 11, 2}, r.NewStyle().Bold(true).Foreground(lipgloss.Color("#102030")).Render("合同")+"ab\n"+
		r.NewStyle().Reverse(true).Render("c"))
	if got, want := c.String(), " \x1b[0;1;38;2;16;32;48m合同\x1b[0mab\n \x1b[0;7mc\x1b[0m"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A component shows what strangers wrote too: nothing but colours and attributes reaches the terminal.
func TestPasteDropsAllButSGR(t *testing.T) {
	c := New(40, 1)
	c.Paste(c.Bounds(), "a\x1b]0;owned\a\x1b[2Jb\x1b[>4mc\x1b]8;;http://x\x1b\\d\x1b[10;10H\u202ee\u200b\x1bm\x1b(0f\u009b31mg\x1b[38;5;9999999999mh\x1b")
	if got := c.String(); ansi.Strip(got) != "abcdefgh" || strings.ContainsAny(got, "\a\u202e\u200b") || strings.Contains(got, "]8") {
		t.Errorf("%q", got)
	}
}

func TestPasteStaysInItsPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := New(12, 4)
		c.Fill(c.Bounds(), "")
		for y := range 4 {
			c.Put(0, y, 12, "############", "")
		}
		r := Rect{3, 1, rapid.IntRange(0, 6).Draw(t, "w"), rapid.IntRange(0, 2).Draw(t, "h")}
		c.Paste(r, rapid.StringOf(rapid.SampledFrom([]rune("合同ab…—“①é\u0301\x1b[1;31m0]\n\a"))).Draw(t, "view"))
		for y, line := range strings.Split(ansi.Strip(c.String()), "\n") {
			inside := y >= r.Y && y < r.Y+r.H
			if !strings.HasPrefix(line, "###") || !strings.HasSuffix(line, strings.Repeat("#", 12-r.X-r.W)) || (!inside && line != "############") {
				t.Fatalf("row %d: %q", y, line)
			}
		}
	})
}
