package component

import (
	"strings"
	"testing"

	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/screen"
)

// A pane shows the rows it is scrolled to exactly as they were drawn, whatever they hold.
func TestAPaneShowsWhatWasDrawn(t *testing.T) {
	look := look(termenv.TrueColor)
	rapid.Check(t, func(t *rapid.T) {
		w, rows, h := rapid.IntRange(1, 30).Draw(t, "w"), rapid.IntRange(1, 9).Draw(t, "rows"), rapid.IntRange(1, 6).Draw(t, "h")
		content := screen.New(w, rows)
		for y := range rows {
			s := text.Clean(rapid.StringOf(rapid.SampledFrom([]rune("合同ab  …—“”①é\u0301，（）-"))).Draw(t, "s"))
			style := rapid.SampledFrom([]screen.Style{"", look.Text, look.Title, look.Chosen}).Draw(t, "style")
			content.Put(rapid.IntRange(0, w).Draw(t, "x"), y, w, s, style)
		}
		pane := NewPane(look)
		pane.Resize(w, h)
		pane.Show(content, rows)
		for range rapid.IntRange(0, 4).Draw(t, "moves") {
			pane.Move(rapid.SampledFrom([]keys.ID{keys.Up, keys.Down, keys.PageDown, keys.PageUp, keys.First, keys.Last}).Draw(t, "move"))
		}
		want := screen.New(w, h)
		want.Copy(want.Bounds(), content, pane.Top())
		if got := drawn(w, h, pane.View); trimmed(got) != trimmed(want.String()) {
			t.Fatalf("from row %d\n got %q\nwant %q", pane.Top(), got, want.String())
		}
		if pane.Top() > max(0, rows-h) {
			t.Fatalf("scrolled past the end: %d", pane.Top())
		}
	})
}

// trimmed leaves out the empty cells at the ends of lines, which may be in any style.
func trimmed(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}
