package render

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"campus.example/sealdesk/pdf/read"
)

// Why there is no picture.
var (
	ErrUnreadable = errors.New("the document cannot be drawn")
	ErrNoPage     = errors.New("the document has no such page")
	ErrTooLarge   = errors.New("the picture would be too large")
	ErrCost       = errors.New("drawing the page takes too much time or memory")
)

// document is one page of a document opened in PDFium.
type document struct {
	engine        pdfium.Pdfium
	ref           references.FPDF_DOCUMENT
	page          requests.Page
	width, height float64 // of the page as shown, points of PDFium
	unit          float64 // what PDFium does not know: points of paper for one of its own
	free          func()  // lets go of what was drawn last
}

// open opens a document at a page, counted from 1.
func open(ctx context.Context, cache string, pdf []byte, page int) (*document, error) {
	engine, err := start(ctx, cache)
	if err != nil {
		return nil, err
	}
	doc, err := engine.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	d := &document{engine: engine, ref: doc.Document, unit: unitOf(pdf, page)}
	return d, d.turnTo(page)
}

// turnTo chooses a page, counted from 1.
func (d *document) turnTo(page int) error {
	count, err := d.engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	if err != nil {
		return d.failed(err)
	}
	if page < 1 || page > count.PageCount {
		return fmt.Errorf("%w: %d of %d", ErrNoPage, page, count.PageCount)
	}
	d.page = requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: page - 1}}
	size, err := d.engine.GetPageSize(&requests.GetPageSize{Page: d.page})
	if err != nil {
		return d.failed(err)
	}
	if d.width, d.height = size.Width, size.Height; !(d.width > 0 && d.height > 0) {
		return fmt.Errorf("%w: a page of %v by %v points", ErrUnreadable, d.width, d.height)
	}
	return nil
}

// failed tells running out of memory, which ends in a trap, from a document that is wrong.
func (d *document) failed(err error) error {
	if errors.Is(err, pdfiumerrors.ErrPage) {
		return fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	for _, sign := range []string{"wasm error", "allocate", "unreachable", "out of bounds", "stack"} {
		if strings.Contains(err.Error(), sign) {
			said, _, _ := strings.Cut(err.Error(), "\n") // below it stands the stack of a program nobody here knows
			return fmt.Errorf("%w: %s", ErrCost, said)
		}
	}
	return fmt.Errorf("%w: %w", ErrUnreadable, err)
}

// unitOf reads the unit of a page (UserUnit), which is 1 but on sheets larger than 5 metres.
func unitOf(pdf []byte, page int) float64 {
	units, _ := opened(pdf, "")
	if page < 1 || page > len(units) {
		return 1
	}
	return units[page-1]
}

// opened reads the units of all pages, none when the document cannot be read, and how the password that opened it is
// encoded: PDFium does not prepare it.
func opened(pdf []byte, password string) (units []float64, encoded string) {
	doc, err := read.Open(pdf, read.Options{Repair: true, Password: password})
	if err != nil {
		return nil, password
	}
	pages, err := doc.Pages()
	if err != nil {
		return nil, doc.Password()
	}
	units = make([]float64, len(pages))
	for i, p := range pages {
		units[i] = p.UserUnit
	}
	return units, doc.Password()
}
