package theme

import (
	"io"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"campus.example/sealdesk/ui/screen"
)

func renderer(p termenv.Profile) *lipgloss.Renderer {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(p)
	r.SetHasDarkBackground(true)
	return r
}

// The canvas and the components of the library are given the same look.
func TestStylesAreTheRenderersOwn(t *testing.T) {
	for _, c := range []struct {
		profile termenv.Profile
		kind    Kind
		want    map[string]screen.Style
	}{
		{termenv.TrueColor, Dark, map[string]screen.Style{"text": "38;2;213;217;224", "title": "1;38;2;121;167;232", "chosen": "48;2;43;63;92"}},
		{termenv.ANSI, Dark, map[string]screen.Style{"text": "", "title": "1;94", "chosen": "7"}},
		{termenv.TrueColor, Contrast, map[string]screen.Style{"text": "", "title": "1;4;4", "chosen": "7"}},
		{termenv.Ascii, Dark, map[string]screen.Style{"text": "", "title": "1", "chosen": "7"}},
	} {
		got := New(renderer(c.profile), c.kind)
		for name, style := range map[string]screen.Style{"text": got.Text, "title": got.Title, "chosen": got.Chosen} {
			if style != c.want[name] {
				t.Errorf("%v %s: %s is %q, want %q", c.profile, c.kind, name, style, c.want[name])
			}
		}
		if got.Depth != c.profile {
			t.Errorf("depth %v of %v", got.Depth, c.profile)
		}
	}
}
