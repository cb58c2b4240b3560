package pades

import (
	"strings"

	"campus.example/sealdesk/pdf/read"
	"campus.example/sealdesk/seal/stamp"
)

// Spot is where a new signature stands and what it shows, for an engine that writes the section by itself.
type Spot struct {
	Page int         // from 1
	Rect [4]float64  // left, bottom, right, top in user space
	Turn int         // Rotate of the page
	Form *stamp.Form // the drawing
	// What such an engine has to know of the document. Fill is set for an empty field of the document; then the spot
	// itself is not given.
	Fill, Signed, Nested, Encrypted bool
}

// Room is how many bytes the hole of a signature needs for these certificates, with a timestamp or without.
func (e *Engine) Room(chain [][]byte, stamped bool) (int, error) {
	c, err := e.chain(chain)
	if err != nil {
		return 0, fail(err)
	}
	return c.room(stamped), nil
}

// Spot finds the spot of a request and refuses what Begin refuses; nothing is written.
func (e *Engine) Spot(r Request) (Spot, error) {
	s, err := e.spot(r)
	return s, fail(err)
}

func (e *Engine) spot(r Request) (Spot, error) {
	doc, err := e.open(r.PDF)
	if err != nil {
		return Spot{}, err
	}
	f, err := openForm(doc)
	if err != nil {
		return Spot{}, err
	}
	s, err := openSheet(doc)
	if err != nil {
		return Spot{}, err
	}
	u := newUpdate(doc) // what the rules put into it is thrown away
	if _, err := e.target(u, f, s, r, u.reserve()); err != nil {
		return Spot{}, err
	}
	out := Spot{Page: r.Place.Page, Signed: f.signed(), Encrypted: doc.Trailer()["Encrypt"] != nil}
	for _, field := range f.list {
		out.Nested = out.Nested || strings.Contains(field.name, ".")
	}
	if _, out.Fill = f.find(r.Field); out.Fill {
		return out, nil
	}
	page, err := s.page(r.Place)
	if err != nil {
		return Spot{}, err
	}
	var at read.Box
	if at, err = rect(page, r.Place); err != nil {
		return Spot{}, err
	}
	out.Rect, out.Turn = at, page.Rotate
	out.Form, err = e.Draw(r.Appearance, r.Place.W, r.Place.H)
	return out, err
}
