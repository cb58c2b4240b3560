package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/screen"
)

// Secret asks for a PIN and shows a dot for each character. What was typed leaves the dialog once, as bytes the
// receiver wipes.
type Secret struct {
	Kit
	Title text.Safe
	Lines []text.Safe
	Do    func(pin []byte) tea.Cmd

	field component.PIN
}

// Resize does nothing: the field needs no place of its own.
func (d *Secret) Resize(screen.Rect) {}

// Key edits the PIN.
func (d *Secret) Key(msg tea.KeyMsg) (bool, tea.Cmd) {
	switch keys.Name(msg) {
	case "esc":
		d.field.Wipe()
		return true, nil
	case "enter":
		if d.field.Empty() {
			return false, nil
		}
		return true, d.Do(d.field.Take())
	}
	d.field.Key(msg)
	return false, nil
}

// View draws the question.
func (d *Secret) View(c *screen.Canvas, area screen.Rect) {
	width := roomFor(area, 48)
	lines := wrapped(d.Lines, width)
	in := d.frame(c, area, d.Title, width, len(lines)+5)
	for i, l := range lines {
		c.Line(in, 1+i, screen.Span{Text: l, Style: d.Theme.Text})
	}
	row := len(lines) + 2
	d.field.View(c, d.entry(c, in, row, 1, true), d.Theme)
	c.Line(in, row+2, screen.Span{Text: text.Clean(d.Text.Console.Dialogs.SecretKeys), Style: d.Theme.Dim})
}
