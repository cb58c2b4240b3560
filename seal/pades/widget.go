package pades

import (
	"fmt"
	"maps"
	"math"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/read"
)

// The flags of a widget (ISO 32000-1, table 165): printed, and its place and properties locked.
const flags = 4 | 128

// sheet collects what is added to the pages of a document.
type sheet struct {
	doc   *read.Document
	pages []read.Page
	added map[int][]read.Ref
	order []int
	lists map[read.Ref]int // how many pages have a list of annotations
}

func openSheet(doc *read.Document) (*sheet, error) {
	pages, err := doc.Pages()
	s := &sheet{doc: doc, pages: pages, added: map[int][]read.Ref{}, lists: map[read.Ref]int{}}
	for i := range pages {
		if list, ok := pages[i].Dict["Annots"].(read.Ref); ok {
			s.lists[list]++
		}
	}
	return s, err
}

// page gives the page a place is on.
func (s *sheet) page(at domain.Place) (*read.Page, error) {
	if at.Page < 1 || at.Page > len(s.pages) {
		return nil, domain.Fail(CodeNoPage, at.Page, len(s.pages))
	}
	p := &s.pages[at.Page-1]
	if p.Ref == (read.Ref{}) {
		return nil, fmt.Errorf("%w: page %d is no object of its own", read.ErrDamaged, at.Page)
	}
	return p, nil
}

// slack is how far a place may reach over the edge of its page: numbers are rounded.
const slack = 0.5

// rect gives the rectangle in user space of a place on the page as shown.
func rect(p *read.Page, at domain.Place) (read.Box, error) {
	w, h := p.Size()
	bad := math.IsNaN(at.X+at.Y+at.W+at.H) || at.W < 1 || at.H < 1 || at.X < -slack || at.Y < -slack ||
		at.X+at.W > w+slack || at.Y+at.H > h+slack
	if bad {
		return read.Box{}, domain.Fail(CodeOffPage, fmt.Sprintf("%.0f, %.0f, %.0f x %.0f", at.X, at.Y, at.W, at.H)).
			Because(fmt.Errorf("page %d is %.0f x %.0f", at.Page, w, h))
	}
	return p.UserBox(at.X, at.Y, at.W, at.H), nil
}

// put notes a widget for the page.
func (s *sheet) put(page int, widget read.Ref) {
	if s.added[page] == nil {
		s.order = append(s.order, page)
	}
	s.added[page] = append(s.added[page], widget)
}

// write adds the widgets to the lists of annotations. The page itself is written only when its list stands in it, is
// missing, or is that of several pages, all of which would show the widget; everything else of the page stays as it is, inherited or not.
func (s *sheet) write(u *update) error {
	for _, n := range s.order {
		p := &s.pages[n-1]
		old, err := s.doc.Array(p.Dict["Annots"])
		if err != nil {
			return err
		}
		list := append(read.Array(nil), old...)
		for _, r := range s.added[n] {
			list = append(list, r)
		}
		if ref, ok := p.Dict["Annots"].(read.Ref); ok && old != nil && s.lists[ref] == 1 {
			u.set(ref, list)
			continue
		}
		dict := maps.Clone(p.Dict)
		dict["Annots"] = list
		u.set(p.Ref, dict)
	}
	return nil
}

// Upright is the matrix that turns a drawing w by h so that it stands upright on a page that is turned when shown,
// with its lower left corner at the origin again (12.5.5).
func Upright(turn int, w, h float64) []float64 {
	switch turn {
	case 90:
		return []float64{0, 1, -1, 0, h, 0}
	case 180:
		return []float64{-1, 0, 0, -1, w, h}
	case 270:
		return []float64{0, -1, 1, 0, 0, w}
	}
	return []float64{1, 0, 0, 1, 0, 0}
}

// formDict is the dictionary of a form XObject w by h that stands upright.
func formDict(turn int, w, h float64, resources read.Dict) read.Dict {
	d := read.Dict{
		"Type": read.Name("XObject"), "Subtype": read.Name("Form"), "FormType": 1,
		"BBox": read.Array{0, 0, short(w), short(h)}, "Resources": resources,
	}
	if turn != 0 {
		matrix := read.Array{}
		for _, n := range Upright(turn, w, h) {
			matrix = append(matrix, short(n))
		}
		d["Matrix"] = matrix
	}
	return d
}

// widget is a field and its widget in one object (12.7.4.5: a signature field has one widget at most).
func widget(kind read.Name, name string, page read.Ref, at read.Box, look read.Ref) read.Dict {
	return read.Dict{
		"Type": read.Name("Annot"), "Subtype": read.Name("Widget"), "FT": kind, "T": textString(name),
		"F": flags, "P": page, "Rect": box(at), "AP": read.Dict{"N": look},
	}
}
