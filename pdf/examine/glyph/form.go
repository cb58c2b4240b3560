package glyph

import (
	"errors"

	"campus.example/sealdesk/pdf/read"
)

// mild drops an error that only means that a part of a page cannot be drawn; viewers pass over such parts.
func mild(err error) error {
	if errors.Is(err, read.ErrLimits) || errors.Is(err, ErrCost) {
		return err
	}
	return nil
}

// form draws a form XObject (8.10).
func (r *run) form(args []read.Object, resources read.Dict, deep int) error {
	o, err := r.named(args, resources, "XObject")
	if err != nil {
		return err
	}
	s, err := r.doc.Stream(o)
	if err != nil || s == nil || s.Dict["Subtype"] != read.Object(read.Name("Form")) || r.layerOff(s.Dict["OC"]) {
		return mild(err)
	}
	ref, _ := o.(read.Ref)
	if deep >= maxForms || r.active[ref] && ref != (read.Ref{}) {
		return nil
	}
	if err := spend(&r.budget.Forms, 1, "forms"); err != nil {
		return err
	}
	data, ok := r.forms[ref]
	if !ok || ref == (read.Ref{}) {
		if data, err = r.decode(s); err != nil {
			return mild(err)
		}
		r.forms[ref] = data
	}
	own, err := r.doc.Dict(s.Dict["Resources"])
	if err != nil {
		return mild(err)
	}
	if own == nil {
		own = resources // PDF 1.1 forms use those of their page
	}
	placed, err := r.doc.Array(s.Dict["Matrix"])
	if err != nil {
		return mild(err)
	}
	before := r.state
	r.active[ref] = true
	if m := numbers(placed); len(m) == 6 {
		r.state.ctm = matrix(m).then(r.state.ctm)
	}
	err = r.do(data, own, deep+1)
	delete(r.active, ref)
	r.state = before
	return err
}

// graphics takes the font of an extended graphics state (8.4.5).
func (r *run) graphics(args []read.Object, resources read.Dict) error {
	o, err := r.named(args, resources, "ExtGState")
	if err != nil {
		return err
	}
	d, err := r.doc.Dict(o)
	if err != nil {
		return mild(err)
	}
	pair, err := r.doc.Array(d["Font"])
	if err != nil || len(pair) < 2 {
		return mild(err)
	}
	if v := numbers(pair[1:2]); len(v) == 1 {
		r.state.size = v[0]
	}
	r.state.font, err = r.font(pair[0])
	return err
}
