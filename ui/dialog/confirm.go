package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/screen"
)

// Confirm asks before something that cannot be taken back. Cancel is chosen at first, the confirming key is never
// the one that opened the dialog, and neither pasted text nor several characters at once confirm anything.
type Confirm struct {
	Kit
	Title text.Safe
	Lines []text.Safe // object and consequence
	Yes   text.Safe   // what the confirming button says
	Word  string      // must be typed first; "" asks for nothing
	Do    tea.Cmd

	yes   bool
	made  bool
	field component.Line
}

// Resize makes the line for the word.
func (d *Confirm) Resize(screen.Rect) {
	if d.Word != "" && !d.made {
		d.field, d.made = component.NewLine(d.Theme), true
	}
}

// Key answers.
func (d *Confirm) Key(msg tea.KeyMsg) (bool, tea.Cmd) {
	key := keys.Name(msg)
	switch key {
	case "esc":
		return true, nil
	case "left", "right", "tab", "shift+tab":
		d.yes = !d.yes && d.open()
		return false, nil
	case "enter":
		if d.yes && d.open() {
			return true, d.Do
		}
		return true, nil
	}
	if d.Word != "" {
		if (key == "" && msg.Type == tea.KeyRunes) || msg.Paste {
			return false, nil
		}
		if d.field.Key(msg) {
			d.yes = d.open()
		}
		return false, nil
	}
	switch key {
	case "y", "Y":
		return true, d.Do
	case "n", "N", "q":
		return true, nil
	}
	return false, nil
}

func (d *Confirm) open() bool { return d.Word == "" || d.field.Value() == d.Word }

// View draws the question.
func (d *Confirm) View(c *screen.Canvas, area screen.Rect) {
	words := d.Text.Console.Dialogs
	width := roomFor(area, 56)
	lines := wrapped(d.Lines, width)
	h := len(lines) + 3
	if d.Word != "" {
		h += 3
	}
	in := d.frame(c, area, d.Title, width, h)
	for i, l := range lines {
		c.Line(in, 1+i, screen.Span{Text: l, Style: d.Theme.Text})
	}
	row := len(lines) + 2
	if d.Word != "" {
		ask := text.Clean(d.Text.Fill(words.TypeWord, d.Word))
		c.Line(in, row, screen.Span{Text: ask, Style: d.Theme.Dim})
		d.field.View(c, d.entry(c, in, row+1, 1, true))
		row += 3
	}
	no, yes := text.Clean(words.Cancel), d.Yes
	if d.Word == "" {
		yes += " y"
	}
	x := in.X + in.W - text.Width(no) - text.Width(yes) - 9
	x += d.button(c, x, in.Y+row, in.W, no, !d.yes, true) + 1
	d.button(c, x, in.Y+row, in.W, yes, d.yes, d.open())
}
