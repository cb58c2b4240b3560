package glyph

import (
	"campus.example/sealdesk/pdf/examine/content"
	"campus.example/sealdesk/pdf/read"
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
