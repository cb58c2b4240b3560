package screen

import (
	"github.com/rivo/uniseg"

	"campus.example/sealdesk/text"
)

// Text is text that may stand on a screen.
type Text = text.Safe

// cell is one column of one row. The second half of a wide character has no text of its own.
type cell struct {
	s     string
	style Style
}

// Canvas is one frame. It stands below the components of the library, which only join strings: dialogs and toasts lie
// over a page, a row is tinted after it was drawn, text of strangers is cut where its cell ends, and no line is ever
// wider than the terminal. What a component draws gets on it by Paste.
type Canvas struct {
	w, h  int
	cells []cell
}

// New makes an empty canvas.
func New(w, h int) *Canvas {
	c := &Canvas{}
	c.Reset(w, h)
	return c
}

// Reset empties the canvas and gives it a size, keeping its memory.
func (c *Canvas) Reset(w, h int) {
	c.w, c.h = max(0, w), max(0, h)
	if n := c.w * c.h; cap(c.cells) < n {
		c.cells = make([]cell, n)
	} else {
		c.cells = c.cells[:n]
	}
	for i := range c.cells {
		c.cells[i] = cell{s: " "}
	}
}

// Bounds is the whole canvas.
func (c *Canvas) Bounds() Rect { return Rect{0, 0, c.w, c.h} }

// Put writes s from (x, y) on, at most limit cells, and gives the cells used. What does not fit is cut without a
// mark: use Line to show that something is missing.
func (c *Canvas) Put(x, y, limit int, s Text, style Style) int {
	if y < 0 || y >= c.h || x < 0 {
		return 0
	}
	limit = min(limit, c.w-x)
	used := 0
	for rest, state := string(s), -1; rest != ""; {
		if rest[0] >= 0x20 && rest[0] < 0x7F && (len(rest) == 1 || rest[1] < 0x7F) {
			// The short way: no mark joins a letter that another letter follows.
			if used >= limit {
				break
			}
			c.set(x+used, y, rest[:1], 1, style)
			used++
			rest, state = rest[1:], -1
			continue
		}
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		w := text.Width(cluster)
		if w == 0 {
			continue
		}
		if used+w > limit {
			break
		}
		c.set(x+used, y, cluster, w, style)
		used += w
	}
	return used
}

// set writes one cluster, blanking the other half of whatever wide character it covers.
func (c *Canvas) set(x, y int, s string, w int, style Style) {
	i := y*c.w + x
	if c.cells[i].s == "" && x > 0 {
		c.cells[i-1].s = " "
	}
	if end := x + w; end < c.w && c.cells[y*c.w+end].s == "" {
		c.cells[y*c.w+end].s = " "
	}
	c.cells[i] = cell{s, style}
	for k := 1; k < w; k++ {
		c.cells[i+k] = cell{"", style}
	}
}

// Line writes spans from the left edge of a row of r, cut with "…" where they do not fit.
func (c *Canvas) Line(r Rect, row int, spans ...Span) {
	if row < 0 || row >= r.H {
		return
	}
	x := r.X
	for _, s := range spans {
		room := r.X + r.W - x
		if text.Width(s.Text) > room {
			c.Put(x, r.Y+row, room, text.Truncate(s.Text, room, "…"), s.Style)
			return
		}
		x += c.Put(x, r.Y+row, room, s.Text, s.Style)
	}
}

// LineRight writes spans that end at the right edge of a row of r and gives the cells they take.
func (c *Canvas) LineRight(r Rect, row int, spans ...Span) int {
	w := Width(spans...)
	if w > r.W {
		c.Line(r, row, spans...)
		return r.W
	}
	c.Line(Rect{r.X + r.W - w, r.Y, w, r.H}, row, spans...)
	return w
}

// Width is the number of cells of spans.
func Width(spans ...Span) int {
	w := 0
	for _, s := range spans {
		w += text.Width(s.Text)
	}
	return w
}

// Fill blanks r in a style.
func (c *Canvas) Fill(r Rect, style Style) {
	for y := max(0, r.Y); y < min(c.h, r.Y+r.H); y++ {
		for x := max(0, r.X); x < min(c.w, r.X+r.W); x++ {
			c.set(x, y, " ", 1, style)
		}
	}
}

// Tint lays a style over what stands in r: the background of a chosen row.
func (c *Canvas) Tint(r Rect, over Style) {
	var from, to Style
	for y := max(0, r.Y); y < min(c.h, r.Y+r.H); y++ {
		for x := max(0, r.X); x < min(c.w, r.X+r.W); x++ {
			cl := &c.cells[y*c.w+x]
			if to == "" || cl.style != from {
				from, to = cl.style, cl.style.And(over)
			}
			cl.style = to
		}
	}
}

// Copy shows rows of another canvas in r, from a row of it on.
func (c *Canvas) Copy(r Rect, from *Canvas, row int) {
	for y := range r.H {
		if row+y >= from.h || r.Y+y >= c.h {
			return
		}
		n := min(r.W, from.w, c.w-r.X)
		copy(c.cells[(r.Y+y)*c.w+r.X:][:n], from.cells[(row+y)*from.w:][:n])
	}
}
