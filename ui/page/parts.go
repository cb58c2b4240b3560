package page

import (
	"strconv"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/screen"
)

// FilterLine draws the filter into the bottom edge of a box, while it is typed or holds something.
func FilterLine(c *screen.Canvas, box screen.Rect, d *Deps, f *component.Line, reading bool, edge screen.Style) {
	if !reading && f.Value() == "" {
		return
	}
	row := screen.Rect{X: box.X + 2, Y: box.Y + box.H - 1, W: max(0, min(box.W-4, 40)), H: 1}
	if !reading {
		c.BoxFoot(box, edge, Span("/"+text.Clean(f.Value()), d.Theme.Accent))
		return
	}
	c.Fill(row, "")
	c.Put(row.X, row.Y, 2, " /", d.Theme.Accent)
	_, entry := row.CutLeft(2)
	f.View(c, entry)
}

// Count is the length of a list, in its title: nothing while the list could not be read.
func Count(d *Deps, n int, failed error) screen.Span {
	if failed != nil {
		return Span("", d.Theme.Accent)
	}
	return Span(text.Clean(strconv.Itoa(n)), d.Theme.Accent)
}

// Failure says why a pane shows nothing, and what to press.
func Failure(c *screen.Canvas, r screen.Rect, d *Deps, err error) {
	width := max(10, min(56, r.W-4))
	lines := text.Wrap(text.Clean(d.Text.Sentence(err)), width)
	at := r.Center(width, len(lines)+3)
	c.Line(at, 0, Span("× "+text.Clean(d.Words().LoadFailed), d.Theme.Bad))
	for i, l := range lines {
		c.Line(at, 1+i, Span(l, d.Theme.Text))
	}
	c.Line(at, len(lines)+2, Span(text.Clean(d.Words().TryAgain), d.Theme.Dim))
}

// Lines draws wrapped words from a row of r on and gives the row after them.
func Lines(c *screen.Canvas, r screen.Rect, row int, s text.Safe, style screen.Style) int {
	for _, l := range text.Wrap(s, max(2, r.W)) {
		c.Line(r, row, Span(l, style))
		row++
	}
	return row
}

// Pair draws a label and a value that may take several lines, and gives the row after them.
func Pair(c *screen.Canvas, r screen.Rect, row, column int, d *Deps, label, value text.Safe) int {
	return PairStyled(c, r, row, column, d, label, value, d.Theme.Text)
}

// PairStyled is Pair with a style for the value.
func PairStyled(
	c *screen.Canvas, r screen.Rect, row, column int, d *Deps, label, value text.Safe, style screen.Style,
) int {
	if value == "" {
		return row
	}
	left, right := r.CutLeft(column)
	c.Line(left, row, Span(text.Truncate(label, column-1, "…"), d.Theme.Dim))
	return Lines(c, right, row, value, style)
}

// timelineWidth is how far the eye should have to go from what was done to who did it.
const timelineWidth = 76

// Timeline draws events, the newest first, from a row of r on.
func Timeline(c *screen.Canvas, r screen.Rect, row int, d *Deps, events []domain.Event, signers map[domain.Side]domain.Person) int {
	for i := len(events) - 1; i >= 0 && row < r.H; i-- {
		what, who, bad := d.EventWords(events[i], signers)
		at := d.Clock(events[i].At)
		style := d.Theme.Text
		if bad {
			style, what = d.Theme.Bad, "× "+what
		}
		width := max(6, text.Width(at)+1)
		used := 0
		r := screen.Rect{X: r.X, Y: r.Y, W: min(r.W, timelineWidth), H: r.H}
		if r.W > width+text.Width(what)+text.Width(who)+2 {
			used = c.LineRight(r, row, Span(who, d.Theme.Dim))
		}
		c.Line(screen.Rect{X: r.X, Y: r.Y, W: r.W - used, H: r.H}, row,
			Span(text.PadRight(at, width), d.Theme.Dim), Span(what, style))
		row++
	}
	return row
}
