package dialog

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/screen"
)

// Form asks for a few words before an act that needs them: lines, and below them a reason. Nothing happens before each of
// them that is needed is filled in and the last one is entered. Enter goes on and, in the last one, confirms, in a reason
// too: a reason is one paragraph, and a key that meant "new line" here would mean "confirm" in the dialog before.
type Form struct {
	Kit
	Title  text.Safe
	Lines  []text.Safe // object and consequence
	Labels []text.Safe // one a line
	Free   int         // so many lines at the beginning may stay empty
	Reason text.Safe   // the label of the reason; "" asks for none
	Yes    text.Safe   // what the button says
	// Do takes what was typed, the reason last.
	Do func(values []string) tea.Cmd

	at     int
	inputs []input
	reason *component.Area
	rows   int // of the reason
}

// input is a line or the reason.
type input interface {
	Key(msg tea.KeyMsg) bool
	Value() string
	Set(s string)
	Focus(on bool)
	View(c *screen.Canvas, r screen.Rect)
}

// maxReasonRows is how many rows of a reason are seen at once, where there is room.
const maxReasonRows = 3

// Set fills lines in beforehand.
func (d *Form) Set(values ...string) *Form {
	d.make()
	for i, v := range values {
		d.inputs[i].Set(v)
	}
	return d
}

func (d *Form) make() {
	if d.inputs != nil {
		return
	}
	for range d.Labels {
		line := component.NewLine(d.Theme)
		d.inputs = append(d.inputs, &line)
	}
	if d.Reason != "" {
		d.reason = component.NewArea(d.Theme)
		d.inputs = append(d.inputs, d.reason)
	}
	d.focus(0)
}

func (d *Form) focus(at int) {
	d.at = at
	for i, in := range d.inputs {
		in.Focus(i == at)
	}
}

// Resize makes the reason as high as there is room for.
func (d *Form) Resize(area screen.Rect) {
	d.make()
	if d.reason == nil {
		return
	}
	width := roomFor(area, formWidth)
	fixed := len(wrapped(d.Lines, width)) + 3*len(d.inputs) + 4
	d.rows = max(1, min(maxReasonRows, area.H-fixed))
	d.reason.Resize(inside(area, width, fixed).W-1, d.rows)
}

const formWidth = 60

// values are what was typed; whole is false while one that is needed is empty.
func (d *Form) values() (list []string, whole bool) {
	whole = true
	for i, in := range d.inputs {
		v := strings.TrimSpace(in.Value())
		list, whole = append(list, v), whole && (v != "" || i < d.Free)
	}
	return list, whole
}

// Key edits. Up and down leave a reason from its first and last row.
func (d *Form) Key(msg tea.KeyMsg) (bool, tea.Cmd) {
	n := len(d.inputs)
	inReason := d.reason != nil && d.at == n-1
	switch key := keys.Name(msg); {
	case key == "esc":
		return true, nil
	case key == "shift+tab", key == "up" && (!inReason || d.reason.First()):
		d.focus((d.at + n - 1) % n)
	case key == "tab", key == "down" && (!inReason || d.reason.Last()):
		d.focus((d.at + 1) % n)
	case key == "enter":
		values, whole := d.values()
		switch {
		case d.at < n-1:
			d.focus(d.at + 1)
		case whole:
			return true, d.Do(values)
		default:
			d.focus(d.missing(values))
		}
	default:
		d.inputs[d.at].Key(msg)
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
	width := roomFor(area, formWidth)
	lines := wrapped(d.Lines, width)
	in := d.frame(c, area, d.Title, width, len(lines)+3*len(d.inputs)+3+max(0, d.rows-1))
	for i, l := range lines {
		c.Line(in, 1+i, screen.Span{Text: l, Style: d.Theme.Text})
	}
	labels := d.Labels
	if d.reason != nil {
		labels = append(labels[:len(labels):len(labels)], d.Reason)
	}
	row := len(lines) + 2
	for i, label := range labels {
		style, rows := d.Theme.Dim, 1
		if i == d.at {
			style = d.Theme.Title
		}
		if i == len(d.Labels) {
			rows = d.rows
		}
		c.Line(in, row, screen.Span{Text: label, Style: style})
		d.inputs[i].View(c, d.entry(c, in, row+1, rows, i == d.at))
		row += 2 + rows
	}
	_, whole := d.values()
	no := text.Clean(d.Text.Console.Dialogs.Cancel) + " esc"
	yes := d.Yes + " enter"
	x := in.X + in.W - text.Width(no) - text.Width(yes) - 9
	x += d.button(c, x, in.Y+row, in.W, no, false, true) + 1
	d.button(c, x, in.Y+row, in.W, yes, whole && d.at == len(d.inputs)-1, whole)
}
