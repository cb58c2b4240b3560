// Package dialog holds what asks the operator something: it gets every key until it is answered.
package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"sealdesk/i18n"
	"sealdesk/text"
	"sealdesk/ui/screen"
	"sealdesk/ui/theme"
)

// Dialog is one question.
type Dialog interface {
	// Key takes a key; done closes the dialog, the command is what follows.
	Key(msg tea.KeyMsg) (done bool, cmd tea.Cmd)
	// View draws the dialog over the page.
	View(c *screen.Canvas, area screen.Rect)
}

// Kit is what every dialog needs.
type Kit struct {
	Theme *theme.Theme
	Text  *i18n.Text
}

// frame draws an empty box for w by h cells of content and gives the place for it.
func (k Kit) frame(c *screen.Canvas, area screen.Rect, title text.Safe, w, h int) screen.Rect {
	box := area.Center(min(area.W-2, w+6), h+2)
	c.Fill(box, k.Theme.Text)
	inner := c.Box(box, k.Theme.Focus, screen.Span{Text: title, Style: k.Theme.Title})
	return inner.Inset(2, 0)
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
