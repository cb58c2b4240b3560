// Package glyph finds where the characters of a page stand: it runs the content of the page and the forms it uses, as
// far as text goes (ISO 32000-1, 8.4 and 9). Positions are points from the bottom left of the page as shown, after
// CropBox, Rotate and UserUnit.
package glyph

import (
	"errors"
	"fmt"

	"campus.example/sealdesk/pdf/read"
)

// Glyph is one character, or the few that one glyph stands for.
type Glyph struct {
	Text string // as the document has it; empty when it does not say
	// X, Y is where the pen stands before the glyph: on the base line, or in the middle of a vertical line.
	X, Y float64
	// DX, DY is the direction of the line, of length 1.
	DX, DY float64
	// Length is how far the pen moves for the glyph itself, without spacing.
	Length float64
	// Size is the type size as shown.
	Size float64
	// Box is the cell of the glyph, upright: left, bottom, right, top. It does not depend on the ink.
	Box read.Box
}

// ErrCost means that the pages ask for more work than they may.
var ErrCost = errors.New("the contents of the pages ask for too much work")

// Budget is the work all pages of a document together may take. The zero value allows nothing.
type Budget struct {
	Bytes  int // of contents, counted each time they run, and of fonts
	Ops    int
	Glyphs int
	Forms  int // that are drawn
	Fonts  int // that are set up
}

// DefaultBudget suits contracts of some hundred pages.
func DefaultBudget() Budget {
	return Budget{Bytes: 256 << 20, Ops: 8 << 20, Glyphs: 1 << 20, Forms: 20000, Fonts: 5000}
}

// spend takes n from one of the budgets.
func spend(left *int, n int, what string) error {
	if *left -= n; *left < 0 {
		return fmt.Errorf("%w: %s", ErrCost, what)
	}
	return nil
}

// Finder finds the glyphs of the pages of one document. It is for one goroutine.
type Finder struct {
	doc    *read.Document
	budget Budget
	fonts  map[uintptr]*typeface
	forms  map[read.Ref][]byte
	hidden map[read.Ref]bool // layers that are off
}

// New makes a finder.
func New(doc *read.Document, b Budget) *Finder {
	return &Finder{doc: doc, budget: b, fonts: map[uintptr]*typeface{}, forms: map[read.Ref][]byte{}, hidden: LayersOff(doc)}
}

// Page gives the glyphs of a page in the order they are drawn, without those outside the page as shown. Errors wrap
// ErrCost or one of package read.
func (f *Finder) Page(p read.Page) ([]Glyph, error) {
	data, err := f.content(p.Dict["Contents"])
	if err != nil {
		return nil, err
	}
	resources, err := f.doc.Dict(p.Resources)
	if err != nil {
		return nil, err
	}
	r := run{Finder: f, active: map[read.Ref]bool{}}
	r.state.ctm, r.state.scale = toShown(p), 1
	r.width, r.height = p.Size()
	if err := r.do(data, resources, 0); err != nil {
		return nil, err
	}
	return r.out, nil
}

// content joins the streams of a page; a token never spans two of them.
func (f *Finder) content(o read.Object) ([]byte, error) {
	o, err := f.doc.Get(o)
	if err != nil {
		return nil, err
	}
	var parts read.Array
	switch v := o.(type) {
	case *read.Stream:
		parts = read.Array{v}
	case read.Array:
		parts = v
	}
	var out []byte
	for _, part := range parts {
		s, err := f.doc.Stream(part)
		if err != nil {
			return nil, err
		}
		if s == nil {
			continue
		}
		b, err := f.decode(s)
		if err != nil {
			return nil, err
		}
		out = append(append(out, b...), '\n')
	}
	return out, nil
}

func (f *Finder) decode(s *read.Stream) ([]byte, error) {
	b, err := f.doc.Decode(s)
	if err != nil {
		return nil, err
	}
	return b, spend(&f.budget.Bytes, len(b), "unpacked bytes")
}
