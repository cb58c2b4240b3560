package pades

import (
	"fmt"
	"maps"
	"math"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/read"
)

// Across is a seal that reaches across the pages (骑缝章): each page shows a slice at its right edge. The slices stand
// in strips, read-only fields without a value that are made before the first signature; a later seal only changes what
// they show, which counts as filling in a form: earlier signatures stay valid, and there is one signature for all.
type Across struct {
	Prefix string  // of the names of the strips
	Size   float64 // diameter of the seal, points
}

// leastSlice is how narrow a slice may be, points: about 2.5 mm, so that it can be told what it shows.
const leastSlice = 2.5 * 72 / 25.4

// slicing says which slice of a seal each page shows: number i of n. Many pages are divided among several seals, as
// evenly as can be.
func slicing(pages int, size float64) [][2]int {
	most := max(2, int(size/leastSlice))
	seals := (pages + most - 1) / most
	var out [][2]int
	for s := range seals {
		n := (pages*(s+1))/seals - (pages*s)/seals
		for i := range n {
			out = append(out, [2]int{i, n})
		}
	}
	return out
}

func (a Across) name(page int) string { return fmt.Sprintf("%s%04d", a.Prefix, page) }

// The flags of a push button that does nothing (ISO 32000-1, tables 221 and 226).
const stripFlags = 1 | 1<<16

// strips makes the fields on all pages of a document of two or more. They are as high as the page: the seal can be
// put at any height later.
func (s *sheet) strips(u *update, f *form, names map[string]bool, a Across) ([]read.Ref, error) {
	if a == (Across{}) || len(s.pages) < 2 {
		return nil, nil
	}
	if f.signed() {
		return nil, domain.Fail(domain.CodeAcrossLate) // a strip is a change that no signature allows
	}
	var out []read.Ref
	for i, slice := range slicing(len(s.pages), a.Size) {
		if err := free(f, names, a.name(i+1)); err != nil {
			return nil, err
		}
		at := domain.Place{Page: i + 1}
		p, err := s.page(at)
		if err != nil {
			return nil, err
		}
		w, h := p.Size()
		at.W, at.H = math.Min(a.Size/float64(slice[1]), w), h
		at.X = w - at.W
		r, err := rect(p, at)
		if err != nil {
			return nil, err
		}
		dict := widget("Btn", a.name(i+1), p.Ref, r, u.stream(formDict(p.Rotate, at.W, at.H, read.Dict{}), nil))
		dict["Ff"] = stripFlags
		ref := u.add(dict)
		s.put(at.Page, ref)
		out = append(out, ref)
	}
	return out, nil
}

// across lets the strips show their slices, half-way up the page. The seal is written once; each strip shows it
// through a window.
func (e *Engine) across(u *update, f *form, s *sheet, r Request) error {
	var found []field
	for i := range s.pages {
		if l, ok := f.find(r.Across.name(i + 1)); ok && l.kind == "Btn" && l.widgets == 0 {
			found = append(found, l)
		}
	}
	if len(found) < 2 {
		return nil
	}
	size := r.Across.Size
	drawn, err := e.Draw(r.Appearance, size, size)
	if err != nil {
		return err
	}
	limits, err := f.limits()
	if err != nil {
		return err
	}
	whole := u.form(0, drawn)
	for i, slice := range slicing(len(found), size) {
		l := found[i]
		if limits.locks(l.name) {
			return domain.Fail(CodeLocked)
		}
		if used, err := shows(u.doc, l.dict); err != nil {
			return err
		} else if used {
			return domain.Fail(CodeAcross)
		}
		at, ok, err := u.doc.Box(l.dict["Rect"])
		if err != nil || !ok {
			return err
		}
		p, err := s.home(l.dict, l.ref)
		if err != nil {
			return err
		}
		_, _, w, h := p.ShownBox(at)
		wide := size / float64(slice[1])
		left, low := w-wide, (h-size)/2
		content := fmt.Sprintf("q %.2f %.2f %.2f %.2f re W n 1 0 0 1 %.2f %.2f cm /Seal Do Q",
			left, low, wide, size, left-wide*float64(slice[0]), low)
		look := u.stream(formDict(p.Rotate, w, h, read.Dict{"XObject": read.Dict{"Seal": whole}}), []byte(content))
		dict := maps.Clone(l.dict)
		dict["AP"] = read.Dict{"N": look}
		u.set(l.ref, dict)
	}
	return nil
}

// shows tells whether a strip shows something already: a seal in it is not drawn over.
func shows(doc *read.Document, strip read.Dict) (bool, error) {
	looks, err := doc.Dict(strip["AP"])
	if err != nil {
		return false, err
	}
	s, err := doc.Stream(looks["N"])
	if err != nil || s == nil {
		return false, err
	}
	content, err := doc.Decode(s)
	return len(content) > 0, err
}
