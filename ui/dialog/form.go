package dialog

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"sealdesk/text"
	"sealdesk/ui/keys"
	"sealdesk/ui/screen"
	"sealdesk/ui/widget"
)

// Form asks for a few words before an act that needs them. Nothing happens before each line that is needed is filled in
// and the last one is entered.
type Form struct {
	Kit
	Title  text.Safe
	Lines  []text.Safe // object and consequence
	Labels []text.Safe // one a line
	Yes    text.Safe   // what the button says
	Free   int         // so many lines at the beginning may stay empty
	Do     func(values []string) tea.Cmd

	at     int
	fields []widget.Field
}

// Set fills lines in beforehand.
func (d *Form) Set(values ...string) *Form {
	d.ready()
	for i, v := range values {
		d.fields[i].Set(v)
	}
	return d
}

func (d *Form) ready() {
	if d.fields == nil {
		d.fields = make([]widget.Field, len(d.Labels))
	}
}

// values are what was typed; whole is false while a line is empty.
func (d *Form) values() (list []string, whole bool) {
	whole = true
	for i := range d.fields {
		v := strings.TrimSpace(d.fields[i].Value())
		list, whole = append(list, v), whole && (v != "" || i < d.Free)
	}
	return list, whole
}

// Key edits the lines.
func (d *Form) Key(msg tea.KeyMsg) (bool, tea.Cmd) {
	d.ready()
	n := len(d.fields)
	switch keys.Name(msg) {
	case "esc":
		return true, nil
	case "up", "shift+tab":
		d.at = (d.at + n - 1) % n
	case "down", "tab":
		d.at = (d.at + 1) % n
	case "enter":
		values, whole := d.values()
		switch {
		case d.at < n-1:
			d.at++
		case whole:
			return true, d.Do(values)
		default:
			d.at = d.missing(values)
		}
	default:
		d.fields[d.at].Key(msg)
	}
	return false, nil
}

// missing is the first line that has to be filled in.
func (d *Form) missing(values []string) int {
	for i, v := range values {
		if v == "" && i >= d.Free {
			return i
		}
	}
	return 0
}

// View draws the form.
func (d *Form) View(c *screen.Canvas, area screen.Rect) {
	d.ready()
	width := roomFor(area, 60)
	lines := wrapped(d.Lines, width)
	in := d.frame(c, area, d.Title, width, len(lines)+3*len(d.Labels)+3)
	for i, l := range lines {
		c.Line(in, 1+i, screen.Span{Text: l, Style: d.Theme.Text})
	}
	row := len(lines) + 2
	for i, label := range d.Labels {
		style := d.Theme.Dim
		if i == d.at {
			style = d.Theme.Title
			c.Put(in.X, in.Y+row+1, 2, "▏", d.Theme.Accent)
		}
		c.Line(in, row, screen.Span{Text: label, Style: style})
		_, entry := in.CutLeft(1)
		if i == d.at {
			d.fields[i].View(c, entry, row+1, d.Theme)
		} else {
			c.Line(entry, row+1, screen.Span{Text: text.Clean(d.fields[i].Value()), Style: d.Theme.Text})
		}
		row += 3
	}
	_, whole := d.values()
	no := text.Clean(d.Text.Console.Dialogs.Cancel) + " esc"
	yes := d.Yes + " enter"
	x := in.X + in.W - text.Width(no) - text.Width(yes) - 9
	x += d.button(c, x, in.Y+row, in.W, no, false, true) + 1
	d.button(c, x, in.Y+row, in.W, yes, whole && d.at == len(d.Labels)-1, whole)
}
