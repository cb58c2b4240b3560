package screen

import (
	"strings"

	"campus.example/sealdesk/text"
)

// Box draws a frame along the edge of r with spans in its top edge, and gives what is inside.
func (c *Canvas) Box(r Rect, edge Style, title ...Span) Rect {
	if r.W < 2 || r.H < 2 {
		return Rect{r.X, r.Y, 0, 0}
	}
	rule := text.Clean(strings.Repeat("─", r.W-2))
	c.Put(r.X, r.Y, r.W, "╭"+rule+"╮", edge)
	c.Put(r.X, r.Y+r.H-1, r.W, "╰"+rule+"╯", edge)
	for y := r.Y + 1; y < r.Y+r.H-1; y++ {
		c.Put(r.X, y, 1, "│", edge)
		c.Put(r.X+r.W-1, y, 1, "│", edge)
	}
	c.edge(r, 0, edge, title)
	return r.Inset(1, 1)
}

// BoxFoot writes spans into the bottom edge of a box.
func (c *Canvas) BoxFoot(r Rect, edge Style, foot ...Span) { c.edge(r, r.H-1, edge, foot) }

func (c *Canvas) edge(r Rect, row int, edge Style, spans []Span) {
	if len(spans) == 0 || r.W < 6 {
		return
	}
	spans = append(append([]Span{{" ", edge}}, spans...), Span{" ", edge})
	c.Line(Rect{r.X + 1, r.Y, min(r.W-3, Width(spans...)), r.H}, row, spans...)
}

// Rule draws a line across a row of r.
func (c *Canvas) Rule(r Rect, row int, style Style) {
	if row >= 0 && row < r.H {
		c.Put(r.X, r.Y+row, r.W, text.Clean(strings.Repeat("─", r.W)), style)
	}
}
