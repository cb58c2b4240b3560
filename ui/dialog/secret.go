package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"sealdesk/text"
	"sealdesk/ui/keys"
	"sealdesk/ui/screen"
	"sealdesk/ui/widget"
)

// Secret asks for a PIN and shows a dot for each character. What was typed leaves the dialog once, as bytes the
// receiver wipes.
type Secret struct {
	Kit
	Title text.Safe
	Lines []text.Safe
	Do    func(pin []byte) tea.Cmd

	field widget.Field
}

// Key edits the PIN.
func (d *Secret) Key(msg tea.KeyMsg) (bool, tea.Cmd) {
	d.field.Masked = true
	switch keys.Name(msg) {
	case "esc":
		clear(d.field.Secret())
		return true, nil
	case "enter":
		if d.field.Value() == "" {
			return false, nil
		}
		return true, d.Do(d.field.Secret())
	}
	d.field.Key(msg)
	return false, nil
}

// View draws the question.
func (d *Secret) View(c *screen.Canvas, area screen.Rect) {
	d.field.Masked = true
	width := roomFor(area, 48)
	lines := wrapped(d.Lines, width)
	in := d.frame(c, area, d.Title, width, len(lines)+5)
	for i, l := range lines {
		c.Line(in, 1+i, screen.Span{Text: l, Style: d.Theme.Text})
	}
	row := len(lines) + 2
	c.Put(in.X, in.Y+row, 2, "▏", d.Theme.Accent)
	_, entry := in.CutLeft(1)
	d.field.View(c, entry, row, d.Theme)
	c.Line(in, row+2, screen.Span{Text: text.Clean(d.Text.Console.Dialogs.SecretKeys), Style: d.Theme.Dim})
}
