package component

import (
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/ui/theme"
)

// Column is one column of a list.
type Column struct {
	Title text.Safe
	Min   int // narrowest useful width
	Grow  int // share of what is left over; 0 keeps Min
	Right bool
	Rank  int  // columns with a higher rank go first when the place is narrow
	Clip  bool // cut in the middle, for numbers whose end tells them apart
}

const gap = 2

// Widths fits columns into a width: which are shown, and how wide. A hidden column has width 0.
func Widths(cols []Column, width int) []int {
	shown := make([]bool, len(cols))
	for i := range cols {
		shown[i] = true
	}
	for need(cols, shown) > width {
		worst := -1
		for i, c := range cols {
			if shown[i] && (worst < 0 || c.Rank > cols[worst].Rank) {
				worst = i
			}
		}
		if worst < 0 || cols[worst].Rank == 0 {
			break
		}
		shown[worst] = false
	}
	spare, shares := max(0, width-need(cols, shown)), 0
	for i, c := range cols {
		if shown[i] {
			shares += c.Grow
		}
	}
	widths := make([]int, len(cols))
	for i, c := range cols {
		if !shown[i] {
			continue
		}
		widths[i] = c.Min
		if shares > 0 && c.Grow > 0 {
			more := spare * c.Grow / shares
			widths[i] += more
			spare, shares = spare-more, shares-c.Grow
		}
	}
	return widths
}

func need(cols []Column, shown []bool) int {
	n := 0
	for i, c := range cols {
		if shown[i] {
			n += c.Min + gap
		}
	}
	return max(0, n-gap)
}

// Look is how a list is drawn.
type Look struct {
	Theme   *theme.Theme
	Focused bool
	Empty   []screen.Span // what an empty list says; nil while it is loading
	Loading text.Safe     // stands in rows that are not loaded yet
}

// View draws headings and the rows on screen into the place that Resize was told of. Cells gives one span per column.
func (l *List[R]) View(c *screen.Canvas, r screen.Rect, cols []Column, look Look, cells func(R) []screen.Span) {
	t := look.Theme
	if l.total == 0 {
		if look.Empty != nil && r.H > 2 {
			w := min(r.W, screen.Width(look.Empty...))
			c.Line(r.Center(w, 1), 0, look.Empty...)
		}
		return
	}
	head, body := r.CutTop(1)
	_, head = head.CutLeft(3)
	widths := Widths(cols, head.W-1)
	titles := make([]screen.Span, len(cols))
	for i, col := range cols {
		titles[i] = screen.Span{Text: col.Title, Style: t.Dim}
	}
	drawCells(c, head, cols, widths, titles)
	for line := range body.H {
		i := l.top + line
		if i >= l.total {
			break
		}
		row := body.Row(line)
		item, loaded := l.At(i)
		_, at := row.CutLeft(3)
		if !loaded {
			c.Line(at, 0, screen.Span{Text: look.Loading, Style: t.Faint})
		} else {
			drawCells(c, at, cols, widths, cells(item))
			if l.marks[l.Key(item)] {
				c.Put(row.X+1, row.Y, 1, "●", t.Accent)
			}
		}
		if i == l.cursor {
			if !loaded || !l.marks[l.Key(item)] {
				c.Put(row.X+1, row.Y, 1, "›", t.Title)
			}
			over := t.Rested
			if look.Focused {
				over = t.Chosen
			}
			c.Tint(row, over)
		}
	}
}

func drawCells(c *screen.Canvas, r screen.Rect, cols []Column, widths []int, cells []screen.Span) {
	x := r.X
	for i, w := range widths {
		if w == 0 || i >= len(cells) {
			continue
		}
		s := cells[i].Text
		if cols[i].Clip {
			s = text.TruncateMiddle(s, w, "…")
		} else {
			s = text.Truncate(s, w, "…")
		}
		if cols[i].Right {
			s = text.PadLeft(s, w)
		}
		c.Put(x, r.Y, min(w, r.X+r.W-x), s, cells[i].Style)
		x += w + gap
	}
}
