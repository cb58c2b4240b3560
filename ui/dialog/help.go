package dialog

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"sealdesk/text"
	"sealdesk/ui/keys"
	"sealdesk/ui/screen"
	"sealdesk/ui/widget"
)

// Section is a group of lines with a heading.
type Section struct {
	Title text.Safe
	Lines []HelpLine
}

// HelpLine is one key and what it does; without a key it is a line of prose.
type HelpLine struct{ Key, Words text.Safe }

// Help shows keys. Typing narrows it to the lines that hold what was typed.
type Help struct {
	Kit
	Title    text.Safe
	Sections []Section

	top, rows int
	field     widget.Field
}

// Key scrolls and searches.
func (d *Help) Key(msg tea.KeyMsg) (bool, tea.Cmd) {
	switch keys.Name(msg) {
	case "esc", "enter", "f1", "?":
		return true, nil
	case "up":
		d.top--
	case "down":
		d.top++
	case "pgup", "ctrl+u":
		d.top -= d.rows
	case "pgdown", "ctrl+d":
		d.top += d.rows
	case "home":
		d.top = 0
	case "end":
		d.top = 1 << 20
	default:
		if d.field.Key(msg) {
			d.top = 0
		}
	}
	return false, nil
}

// View draws what fits.
func (d *Help) View(c *screen.Canvas, area screen.Rect) {
	width := min(74, area.W-8)
	lines := d.lines(width)
	h := min(len(lines)+3, area.H-4)
	in := d.frame(c, area, d.Title, width, h)
	foot, in := in.CutBottom(1)
	_, in = in.CutTop(1)
	d.rows = in.H
	d.top = max(0, min(d.top, len(lines)-in.H))
	for i := range min(in.H, len(lines)-d.top) {
		c.Line(in, i, lines[d.top+i]...)
	}
	hint := text.Clean(d.Text.Console.Dialogs.HelpKeys)
	if d.field.Value() != "" {
		hint = "/" + text.Clean(d.field.Value())
	}
	c.Line(foot, 0, screen.Span{Text: hint, Style: d.Theme.Dim})
	if len(lines) > in.H {
		more := text.Clean(d.Text.Fill(d.Text.Console.Dialogs.Lines, d.top+1, min(len(lines), d.top+in.H), len(lines)))
		c.LineRight(foot, 0, screen.Span{Text: more, Style: d.Theme.Dim})
	}
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
	return out
}

const keyColumn = 16

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
