package component

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/help"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/lipgloss"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/ui/theme"
)

// Hints is the short help: keys and what they do in one line. A disabled key stands there too, faintly: a key that
// came and went with the row under the cursor would move all others.
type Hints struct {
	on, off help.Model
	shown   []hint
	width   int
	row     screen.Canvas
}

// hint is one key as it was drawn.
type hint struct {
	key.Help
	enabled bool
}

const hintGap = "  "

// NewHints returns an empty line of hints.
func NewHints(t *theme.Theme) Hints {
	model := func(name, words lipgloss.Style) help.Model {
		m := help.New()
		m.ShortSeparator = hintGap
		m.Styles = help.Styles{
			ShortKey: name, ShortDesc: words, ShortSeparator: words, Ellipsis: words, FullKey: name, FullDesc: words, FullSeparator: words,
		}
		return m
	}
	return Hints{on: model(t.Lip.Accent, t.Lip.Dim), off: model(t.Lip.Faint, t.Lip.Faint)}
}

// Set takes the keys to name, the most needed first. Those that do not fit into the width are left out from the end;
// the component itself would cut the last one in the middle.
func (h *Hints) Set(width int, list []key.Binding) {
	fits := make([]hint, 0, len(list))
	used := 0
	for _, b := range list {
		one := hint{b.Help(), b.Enabled()}
		used += text.Width(one.Key) + 1 + text.Width(one.Desc)
		if used > width {
			break
		}
		used += len(hintGap)
		fits = append(fits, one)
	}
	if width == h.width && slices.Equal(fits, h.shown) {
		return
	}
	h.width, h.shown = width, fits
	h.row.Reset(width, 1)
	h.row.Paste(h.row.Bounds(), h.view())
}

// view draws the hints, each run of enabled or disabled ones at once.
func (h *Hints) view() string {
	var runs []string
	for from := 0; from < len(h.shown); {
		to := from
		var run []key.Binding
		for ; to < len(h.shown) && h.shown[to].enabled == h.shown[from].enabled; to++ {
			run = append(run, key.NewBinding(key.WithKeys(h.shown[to].Key), key.WithHelp(h.shown[to].Key, h.shown[to].Desc)))
		}
		model := h.off
		if h.shown[from].enabled {
			model = h.on
		}
		runs, from = append(runs, model.ShortHelpView(run)), to
	}
	return strings.Join(runs, hintGap)
}

// View puts the hints into the first row of r.
func (h *Hints) View(c *screen.Canvas, r screen.Rect) {
	if r.H > 0 {
		c.Copy(r.Row(0), &h.row, 0)
	}
}
