package glyph

import (
	"math"

	"sealdesk/pdf/examine/content"
	"sealdesk/pdf/read"
)

// textOp runs an operator of text (9.3, 9.4); any other changes nothing here.
func (r *run) textOp(op content.Op, v []float64, resources read.Dict) error {
	st := &r.state
	one, two := len(v) >= 1, len(v) >= 2
	switch {
	case op.Name == "BT":
		st.text, st.line = unit(), unit()
	case op.Name == "Tc" && one:
		st.charSpace = v[0]
	case op.Name == "Tw" && one:
		st.wordGap = v[0]
	case op.Name == "Tz" && one:
		st.scale = v[0] / 100
	case op.Name == "TL" && one:
		st.leading = v[0]
	case op.Name == "Ts" && one:
		st.rise = v[0]
	case op.Name == "Tm" && len(v) >= 6:
		st.line = matrix(v[:6])
		st.text = st.line
	case op.Name == "Td" && two:
		st.move(v[0], v[1])
	case op.Name == "TD" && two:
		st.leading = -v[1]
		st.move(v[0], v[1])
	case op.Name == "T*":
		st.move(0, -st.leading)
	case op.Name == "Tf":
		return r.setFont(op.Args, resources)
	case op.Name == "Tj":
		return r.showLast(op.Args)
	case op.Name == "'":
		st.move(0, -st.leading)
		return r.showLast(op.Args)
	case op.Name == "\"":
		if n := len(op.Args); n >= 3 {
			if w := numbers(op.Args[n-3 : n-1]); len(w) == 2 {
				st.wordGap, st.charSpace = w[0], w[1]
			}
		}
		st.move(0, -st.leading)
		return r.showLast(op.Args)
	case op.Name == "TJ":
		return r.showArray(op.Args)
	}
	return nil
}

func (st *state) move(x, y float64) {
	st.line = matrix{1, 0, 0, 1, x, y}.then(st.line)
	st.text = st.line
}

func (r *run) setFont(args []read.Object, resources read.Dict) error {
	n := len(args)
	if n < 2 {
		return nil
	}
	if v := numbers(args[n-1:]); len(v) == 1 {
		r.state.size = v[0]
	}
	o, err := r.named(args[:n-1], resources, "Font")
	if err != nil {
		return err
	}
	r.state.font, err = r.font(o)
	return err
}

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
		s = s[c.bytes:]
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
