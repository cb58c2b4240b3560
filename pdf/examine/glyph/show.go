package glyph

import (
	"math"

	"campus.example/sealdesk/pdf/read"
)

func (r *run) showLast(args []read.Object) error {
	if n := len(args); n > 0 {
		if s, ok := args[n-1].(read.String); ok {
			return r.show(string(s))
		}
	}
	return nil
}

func (r *run) showArray(args []read.Object) error {
	if len(args) == 0 {
		return nil
	}
	list, _ := args[len(args)-1].(read.Array)
	for _, o := range list {
		if s, ok := o.(read.String); ok {
			if err := r.show(string(s)); err != nil {
				return err
			}
		} else if v := numbers([]read.Object{o}); len(v) == 1 {
			back := -v[0] / 1000 * r.state.size
			if r.state.font != nil && r.state.font.vertical() {
				r.state.advance(0, back)
			} else {
				r.state.advance(back*r.state.scale, 0)
			}
		}
	}
	return nil
}

func (st *state) advance(x, y float64) { st.text = matrix{1, 0, 0, 1, x, y}.then(st.text) }

// show places the glyphs of a string.
func (r *run) show(s string) error {
	st := &r.state
	if st.font == nil {
		return nil
	}
	if err := spend(&r.budget.Ops, len(s)/8, "text"); err != nil {
		return err
	}
	for s != "" {
		c := st.font.next(s)
		s = s[max(1, c.bytes):]
		gap := st.charSpace
		if c.space {
			gap += st.wordGap
		}
		if err := r.place(c); err != nil {
			return err
		}
		if st.font.vertical() {
			st.advance(0, c.down*st.size+gap)
		} else {
			st.advance((c.width*st.size+gap)*st.scale, 0)
		}
	}
	return nil
}

// The em box of ideographs around the base line, in type sizes: what stands between neighbouring lines of a grid.
const (
	below = -0.12
	above = 0.88
)

// place keeps a glyph when it is shown.
func (r *run) place(c char) error {
	st := &r.state
	if r.off > 0 {
		return nil
	}
	m := matrix{st.size * st.scale, 0, 0, st.size, 0, st.rise}.then(st.text).then(st.ctm)
	g := Glyph{Text: c.text}
	left, low, right, high := 0.0, below*c.em, c.width, above*c.em
	dx, dy := m[0]*c.width, m[1]*c.width
	if c.vertical {
		left, right = -c.originX, c.width-c.originX
		low, high = c.down, 0
		dx, dy = m[2]*c.down, m[3]*c.down
	}
	g.X, g.Y = m.at(0, 0)
	g.Length = math.Hypot(dx, dy)
	g.Size = math.Hypot(m[2], m[3]) * c.em
	if c.vertical {
		g.Size = math.Hypot(m[0], m[1])
	}
	if g.Length > 0 {
		g.DX, g.DY = dx/g.Length, dy/g.Length
	} else if u := math.Hypot(m[0], m[1]); u > 0 {
		g.DX, g.DY = m[0]/u, m[1]/u
	}
	g.Box = bounds(m, left, low, right, high)
	if !finite(g.X, g.Y, g.Length, g.Size, g.Box[0], g.Box[1], g.Box[2], g.Box[3]) {
		return nil
	}
	const slack = 1 // points
	if x, y := (g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2; x < -slack || y < -slack || x > r.width+slack || y > r.height+slack {
		return nil
	}
	r.out = append(r.out, g)
	return spend(&r.budget.Glyphs, 1, "characters")
}

func bounds(m matrix, left, low, right, high float64) read.Box {
	b := read.Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range [4][2]float64{{left, low}, {right, low}, {left, high}, {right, high}} {
		x, y := m.at(p[0], p[1])
		b = read.Box{min(b[0], x), min(b[1], y), max(b[2], x), max(b[3], y)}
	}
	return b
}
