package pades

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/read"
)

// Outline is how large the pages of a document are, width and height in points as shown, and where its empty signature
// fields stand.
type Outline struct {
	Sizes [][2]float64
	Empty []domain.Field
}

// Outline reads a document for its pages and its empty, visible signature fields. Errors are those of package read.
func (e *Engine) Outline(pdf []byte) (Outline, error) {
	doc, err := read.Open(pdf, read.Options{Password: e.Password})
	if err != nil {
		return Outline{}, fail(err)
	}
	out, err := outline(doc)
	return out, fail(err)
}

func outline(doc *read.Document) (out Outline, err error) {
	s, err := openSheet(doc)
	if err != nil {
		return out, err
	}
	for i := range s.pages {
		w, h := s.pages[i].Size()
		out.Sizes = append(out.Sizes, [2]float64{w, h})
	}
	f, err := openForm(doc)
	if err != nil {
		return out, err
	}
	for _, field := range f.list {
		if field.kind != "Sig" || field.dict["V"] != nil || field.widgets > 0 {
			continue
		}
		box, visible, err := doc.Box(field.dict["Rect"])
		if err != nil {
			return out, err
		}
		if !visible {
			continue
		}
		page, err := s.home(field.dict, field.ref)
		if err != nil {
			return out, err
		}
		at := domain.Place{Page: s.number(page)}
		at.X, at.Y, at.W, at.H = page.ShownBox(box)
		out.Empty = append(out.Empty, domain.Field{Name: field.name, Place: at})
	}
	return out, nil
}

// number counts a page of the sheet from 1.
func (s *sheet) number(page *read.Page) int {
	for i := range s.pages {
		if &s.pages[i] == page {
			return i + 1
		}
	}
	return 0
}
