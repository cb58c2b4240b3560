package dialog

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/screen"
)

// Section is a group of lines with a heading.
type Section struct {
	Title text.Safe
	Lines []HelpLine
}

// HelpLine is one key and what it does; without a key it is a line of prose.
type HelpLine struct{ Key, Words text.Safe }

// Help shows keys. Typing narrows it to the lines that hold what was typed. It is no bubbles/help: see package component.
type Help struct {
	Kit
	Title    text.Safe
	Sections []Section

	made   bool
	field  component.Line
	pane   component.Pane
	area   screen.Rect
	height int // rows of content the dialog would like to have
}

const (
	keyColumn = 16
	helpWidth = 74
)

// Resize lays the lines out anew.
func (d *Help) Resize(area screen.Rect) {
	if !d.made {
		d.field, d.pane, d.made = component.NewLine(d.Theme), component.NewPane(d.Theme), true
	}
	d.area = area
	d.lay()
}

// lay puts the lines that fit what was typed into the pane.
func (d *Help) lay() {
	width := min(helpWidth, d.area.W-8)
	lines := d.lines(width)
	d.height = min(len(lines)+3, d.area.H-4)
	in := inside(d.area, width, d.height)
	d.pane.Resize(in.W, in.H-2)
	content := screen.New(in.W, len(lines))
	for i, l := range lines {
		content.Line(content.Bounds(), i, l...)
	}
	d.pane.Show(content, len(lines))
}

// Key scrolls and searches.
func (d *Help) Key(msg tea.KeyMsg) (bool, tea.Cmd) {
	switch keys.Name(msg) {
	case "esc", "enter", "f1", "?":
		return true, nil
	case "up":
		d.pane.Move(keys.Up)
	case "down":
		d.pane.Move(keys.Down)
	case "pgup", "ctrl+u":
		d.pane.Move(keys.PageUp)
	case "pgdown", "ctrl+d":
		d.pane.Move(keys.PageDown)
	case "home":
		d.pane.Move(keys.First)
	case "end":
		d.pane.Move(keys.Last)
	default:
		if d.field.Key(msg) {
			d.pane.ScrollTo(0)
			d.lay()
		}
	}
	return false, nil
}

// View draws what fits.
func (d *Help) View(c *screen.Canvas, area screen.Rect) {
	in := d.frame(c, area, d.Title, min(helpWidth, area.W-8), d.height)
	foot, in := in.CutBottom(1)
	_, in = in.CutTop(1)
	d.pane.View(c, in)
	top, seen, all := d.pane.Top(), d.pane.Height(), d.pane.Rows()
	if all > seen {
		more := text.Clean(d.Text.Fill(d.Text.Console.Dialogs.Lines, top+1, min(all, top+seen), all))
		used := c.LineRight(foot, 0, screen.Span{Text: more, Style: d.Theme.Dim})
		foot.W = max(0, foot.W-used-1)
	}
	if d.field.Value() == "" {
		c.Line(foot, 0, screen.Span{Text: text.Clean(d.Text.Console.Dialogs.HelpKeys), Style: d.Theme.Dim})
		return
	}
	c.Put(foot.X, foot.Y, 1, "/", d.Theme.Accent)
	_, foot = foot.CutLeft(1)
	d.field.View(c, foot)
}

func (d *Help) lines(width int) [][]screen.Span {
	want := strings.ToLower(d.field.Value())
	var out [][]screen.Span
	for _, s := range d.Sections {
		var body [][]screen.Span
		for _, l := range s.Lines {
			if want != "" && !strings.Contains(strings.ToLower(l.Words.String()), want) && !strings.Contains(l.Key.String(), want) {
				continue
			}
			body = append(body, d.line(l, width)...)
		}
		if len(body) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, nil)
		}
		out = append(out, []screen.Span{{Text: s.Title, Style: d.Theme.Strong}})
		out = append(out, body...)
	}
	if len(out) == 0 {
		out = append(out, []screen.Span{{Text: text.Clean(d.Text.Console.Dialogs.NothingFound), Style: d.Theme.Dim}})
	}
	return out
}

func (d *Help) line(l HelpLine, width int) [][]screen.Span {
	if l.Key == "" {
		var out [][]screen.Span
		for _, w := range text.Wrap(l.Words, width) {
			out = append(out, []screen.Span{{Text: w, Style: d.Theme.Text}})
		}
		return out
	}
	var out [][]screen.Span
	for i, w := range text.Wrap(l.Words, width-keyColumn-1) {
		key := text.Fit(l.Key, keyColumn, "…")
		if i > 0 {
			key = text.PadRight(text.Clean(""), keyColumn)
		}
		out = append(out, []screen.Span{{Text: key, Style: d.Theme.Accent}, {Text: " " + w, Style: d.Theme.Text}})
	}
	return out
}
