package glyph

import (
	"fmt"

	"campus.example/sealdesk/pdf/examine/content"
	"campus.example/sealdesk/pdf/read"
)

// run is the running of one page.
type run struct {
	*Finder
	state         state
	saved         []state
	out           []Glyph
	width, height float64
	active        map[read.Ref]bool // forms being drawn: one that draws itself is not followed
	marks         []bool            // marked contents open now: is it of a layer that is off
	off           int               // how many of them are
}

// state is the part of the graphics state that text needs. Outside BT and ET the matrices of text rest.
type state struct {
	ctm, text, line    matrix
	font               *typeface
	size               float64
	charSpace, wordGap float64
	leading, rise      float64
	scale              float64 // horizontal scaling, 1 is none
}

const (
	maxForms = 24   // forms within each other
	maxSaved = 1024 // graphics states put aside
)

// do runs a content.
func (r *run) do(data []byte, resources read.Dict, deep int) error {
	if err := spend(&r.budget.Bytes, len(data), "contents"); err != nil {
		return err
	}
	s := content.New(data)
	saved, marks := len(r.saved), len(r.marks)
	for op, ok := s.Next(); ok; op, ok = s.Next() {
		if err := spend(&r.budget.Ops, 1, "operations"); err != nil {
			return err
		}
		if err := r.op(op, resources, deep, saved); err != nil {
			return err
		}
	}
	// A form cannot take away what its user put aside, nor leave anything behind.
	if len(r.saved) > saved {
		r.state, r.saved = r.saved[saved], r.saved[:saved]
	}
	for len(r.marks) > marks {
		r.endMark()
	}
	return nil
}

func (r *run) op(op content.Op, resources read.Dict, deep, bottom int) error {
	st := &r.state
	v := numbers(op.Args)
	switch op.Name {
	case "q":
		if len(r.saved)-bottom >= maxSaved {
			return fmt.Errorf("%w: graphics states put aside", ErrCost)
		}
		r.saved = append(r.saved, *st)
	case "Q":
		if n := len(r.saved); n > bottom {
			*st, r.saved = r.saved[n-1], r.saved[:n-1]
		}
	case "cm":
		if len(v) >= 6 {
			st.ctm = matrix(v[len(v)-6:]).then(st.ctm)
		}
	case "Do":
		return r.form(op.Args, resources, deep)
	case "gs":
		return r.graphics(op.Args, resources)
	case "BDC":
		return r.mark(op.Args, resources)
	case "BMC":
		return r.mark(nil, nil)
	case "EMC":
		r.endMark()
	default:
		return r.textOp(op, v, resources)
	}
	return nil
}

// numbers gives the operands as numbers; nil when one is none.
func numbers(args []read.Object) []float64 {
	if len(args) > 6 {
		args = args[len(args)-6:]
	}
	out := make([]float64, 0, 6)
	for _, a := range args {
		switch n := a.(type) {
		case int:
			out = append(out, float64(n))
		case float64:
			out = append(out, n)
		default:
			return nil
		}
	}
	return out
}

// named gives the resource a name stands for.
func (r *run) named(args []read.Object, resources read.Dict, kind read.Name) (read.Object, error) {
	if len(args) == 0 {
		return nil, nil
	}
	name, ok := args[len(args)-1].(read.Name)
	if !ok {
		return nil, nil
	}
	all, err := r.doc.Dict(resources[kind])
	return all[name], mild(err)
}
