package pades

import (
	"fmt"
	"maps"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/read"
	"campus.example/sealdesk/seal/stamp"
)

// target is the field that will be signed.
type target struct {
	lock read.Dict // parameters of FieldMDP, or nil
}

// target fills an empty field of that name, or makes one at the place.
func (e *Engine) target(u *update, f *form, s *sheet, r Request, sig read.Ref) (target, error) {
	if old, ok := f.find(r.Field); ok {
		return e.fill(u, f, s, old, r, sig)
	}
	if r.Place == (domain.Place{}) {
		return target{}, domain.Fail(CodeNoField, r.Field)
	}
	if err := free(f, map[string]bool{}, r.Field); err != nil {
		return target{}, err
	}
	if err := mayAdd(u.doc, f); err != nil {
		return target{}, err
	}
	p, err := s.page(r.Place)
	if err != nil {
		return target{}, err
	}
	at, err := rect(p, r.Place)
	if err != nil {
		return target{}, err
	}
	look, err := e.look(u, p, r.Appearance, r.Place.W, r.Place.H)
	if err != nil {
		return target{}, err
	}
	dict := widget("Sig", r.Field, p.Ref, at, look)
	dict["V"] = sig
	ref := u.add(dict)
	s.put(r.Place.Page, ref)
	f.append(u, []read.Ref{ref})
	return target{}, nil
}

// look draws and writes the appearance.
func (e *Engine) look(u *update, p *read.Page, a stamp.Look, w, h float64) (read.Ref, error) {
	drawn, err := e.Draw(a, w, h)
	if err != nil {
		return read.Ref{}, err
	}
	return u.form(p.Rotate, drawn), nil
}

// form writes a drawing as a form XObject, with its picture if it has one.
func (u *update) form(turn int, drawn *stamp.Form) read.Ref {
	resources := read.Dict{}
	if p := drawn.Picture; p != nil {
		image := func(space read.Name) read.Dict {
			return read.Dict{
				"Type": read.Name("XObject"), "Subtype": read.Name("Image"), "Width": p.Width, "Height": p.Height,
				"ColorSpace": space, "BitsPerComponent": 8, "Filter": read.Name("FlateDecode"),
			}
		}
		colours := image("DeviceRGB")
		if p.Alpha != nil {
			colours["SMask"] = u.stream(image("DeviceGray"), p.Alpha)
		}
		resources["XObject"] = read.Dict{"Picture": u.stream(colours, p.RGB)}
	}
	dict := formDict(turn, drawn.Width, drawn.Height, resources)
	dict["Filter"] = read.Name("FlateDecode")
	return u.stream(dict, drawn.Content)
}

// fill signs a field that stands in the document: its place stays, its lock and its wishes count.
func (e *Engine) fill(u *update, f *form, s *sheet, old field, r Request, sig read.Ref) (target, error) {
	switch {
	case old.kind != "Sig":
		return target{}, domain.Fail(CodeNoField, r.Field).Because(fmt.Errorf("the field is of another kind: %q", string(old.kind)))
	case old.dict["V"] != nil:
		return target{}, domain.Fail(CodeSigned, r.Field)
	case old.widgets > 1:
		return target{}, domain.Fail(domain.CodeDocDamaged, r.Field).Because(fmt.Errorf("the field has %d widgets", old.widgets))
	}
	if err := mayFill(u.doc, f, r.Field); err != nil {
		return target{}, err
	}
	if err := seed(u.doc, old.dict, r); err != nil {
		return target{}, err
	}
	lock, err := lockOf(u.doc, old.dict)
	if err != nil {
		return target{}, err
	}
	dict := maps.Clone(old.dict)
	dict["V"] = sig
	place, placeRef := dict, old.ref
	if old.widgets == 1 { // the widget is the only kid
		kids, err := u.doc.Array(old.dict["Kids"])
		if err != nil {
			return target{}, err
		}
		kid, err := u.doc.Dict(kids[0])
		if err != nil {
			return target{}, err
		}
		place = maps.Clone(kid)
		placeRef, _ = kids[0].(read.Ref)
		place["V"] = sig // it would inherit it (12.7.4.1), but poppler looks only here
	}
	if err := e.dress(u, s, place, placeRef, r); err != nil {
		return target{}, err
	}
	if old.widgets == 1 && placeRef != (read.Ref{}) {
		u.set(placeRef, place)
	}
	u.set(old.ref, dict)
	f.append(u, nil)
	return target{lock: lock}, nil
}

// dress gives the widget of a field its drawing; a field without an area stays invisible.
func (e *Engine) dress(u *update, s *sheet, dict read.Dict, ref read.Ref, r Request) error {
	at, visible, err := u.doc.Box(dict["Rect"])
	if err != nil {
		return err
	}
	if _, ok := dict["F"]; !ok {
		dict["F"] = flags
	}
	if !visible {
		return nil
	}
	p, err := s.home(dict, ref)
	if err != nil {
		return err
	}
	_, _, w, h := p.ShownBox(at)
	look, err := e.look(u, p, r.Appearance, w, h)
	if err != nil {
		return err
	}
	dict["AP"] = read.Dict{"N": look}
	return nil
}

// home finds the page of a widget: the one it names, or the one that lists it.
func (s *sheet) home(dict read.Dict, ref read.Ref) (*read.Page, error) {
	named, _ := dict["P"].(read.Ref)
	for i := range s.pages {
		if p := &s.pages[i]; named != (read.Ref{}) && p.Ref == named {
			return p, nil
		}
	}
	for i := range s.pages {
		list, err := s.doc.Array(s.pages[i].Dict["Annots"])
		if err != nil {
			return nil, err
		}
		for _, o := range list {
			if o == ref {
				return &s.pages[i], nil
			}
		}
	}
	return nil, fmt.Errorf("%w: the field is on no page", read.ErrDamaged)
}
