// Package dialog holds what asks the operator something: it gets every key until it is answered.
package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/ui/theme"
)

// Dialog is one question.
type Dialog interface {
	// Resize takes the place on the screen. It comes before anything else, and again when the place changes.
	Resize(area screen.Rect)
	// Key takes a key; done closes the dialog, the command is what follows.
	Key(msg tea.KeyMsg) (done bool, cmd tea.Cmd)
	// View draws the dialog over the page and changes nothing.
	View(c *screen.Canvas, area screen.Rect)
}

// Kit is what every dialog needs.
type Kit struct {
	Theme *theme.Theme
	Text  *i18n.Text
}

// frame draws an empty box for w by h cells of content and gives the place for it.
func (k Kit) frame(c *screen.Canvas, area screen.Rect, title text.Safe, w, h int) screen.Rect {
	box := boxFor(area, w, h)
	c.Fill(box, k.Theme.Text)
	c.Box(box, k.Theme.Focus, screen.Span{Text: title, Style: k.Theme.Title})
	return inside(area, w, h)
}

// boxFor is where the box for w by h cells of content stands in an area, and inside the place for the content.
func boxFor(area screen.Rect, w, h int) screen.Rect { return area.Center(min(area.W-2, w+6), h+2) }

func inside(area screen.Rect, w, h int) screen.Rect { return boxFor(area, w, h).Inset(3, 1) }

// entry draws the mark of a line of input into a row of r and gives the place beside it, of so many rows.
func (k Kit) entry(c *screen.Canvas, r screen.Rect, row, rows int, marked bool) screen.Rect {
	if marked {
		c.Put(r.X, r.Y+row, 1, "▏", k.Theme.Accent)
	}
	return screen.Rect{X: r.X + 1, Y: r.Y + row, W: max(0, r.W-1), H: max(0, min(rows, r.H-row))}
}

// button draws one button and gives its width.
func (k Kit) button(c *screen.Canvas, x, y, limit int, label text.Safe, chosen, enabled bool) int {
	style := k.Theme.Text
	switch {
	case chosen:
		style = k.Theme.Button
	case !enabled:
		style = k.Theme.Faint
	}
	return c.Put(x, y, limit, "  "+label+"  ", style)
}

// wrapped breaks lines for a width.
func wrapped(lines []text.Safe, width int) []text.Safe {
	var out []text.Safe
	for _, l := range lines {
		out = append(out, text.Wrap(l, width)...)
	}
	return out
}

// roomFor is the width of a dialog's words in an area.
func roomFor(area screen.Rect, most int) int { return max(10, min(most, area.W-10)) }
