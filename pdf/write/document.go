// Package write makes PDF documents: contracts with clauses, tables and signing lines, on A4, in the embedded
// typeface. Lengths are points (1/72 inch); positions count from the bottom left of the page as shown. The same calls
// give the same bytes.
package write

import (
	"time"

	"campus.example/sealdesk/pdf/font"
)

// A4, upright.
const (
	PageWidth  = 595.28
	PageHeight = 841.89
)

const (
	marginSide   = 72.0
	marginTop    = 78.0
	marginBottom = 70.0
	bodySize     = 11.0
	leading      = 1.65 // line height by type size
)

// Meta is what a document says of itself.
type Meta struct {
	Title  string
	Author string
	Header string    // at the top of each page, may be empty
	Made   time.Time // creation date
}

// Document is a document being laid out. Its methods add to the end and open new pages as needed.
type Document struct {
	meta  Meta
	face  *font.Face
	pages []*page
	y     float64 // base of the last line
}

// page holds what is drawn, in the order it is drawn.
type page struct {
	width, height float64
	texts         []run
	rules         [][4]float64 // from x, y to x, y
}

// run is one line of text at its base point.
type run struct {
	x, y, size float64
	text       string
	heading    bool
}

// New opens an empty document. The error means the embedded typeface cannot be read.
func New(meta Meta) (*Document, error) {
	face, err := font.Load()
	if err != nil {
		return nil, err
	}
	return &Document{meta: meta, face: face}, nil
}

// NewPage starts a page, upright or landscape.
func (d *Document) NewPage(landscape bool) {
	p := &page{width: PageWidth, height: PageHeight}
	if landscape {
		p.width, p.height = p.height, p.width
	}
	d.pages = append(d.pages, p)
	d.y = p.height - marginTop
}

func (d *Document) page() *page {
	if len(d.pages) == 0 {
		d.NewPage(false)
	}
	return d.pages[len(d.pages)-1]
}

func (d *Document) column() float64 { return d.page().width - 2*marginSide }

// room makes sure that height fits above the bottom margin, on a new page of the same shape if need be.
func (d *Document) room(height float64) {
	p := d.page()
	if d.y-height < marginBottom {
		d.NewPage(p.width > p.height)
	}
}

// Space leaves height free.
func (d *Document) Space(height float64) {
	d.page()
	d.y -= height
}

func (d *Document) measure(size float64) func(string) float64 {
	return func(s string) float64 { return d.face.Width(s, size) }
}

func (d *Document) put(x, y, size float64, text string, heading bool) {
	if text == "" {
		return
	}
	p := d.page()
	p.texts = append(p.texts, run{x: x, y: y, size: size, text: text, heading: heading})
}
