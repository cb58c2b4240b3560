package render

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"image"
	"math"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
)

func compare(ctx context.Context, request json.RawMessage, body []byte) (any, []byte, error) {
	var j compareJob
	if err := json.Unmarshal(request, &j); err != nil {
		return nil, nil, fmt.Errorf("compare: %w", err)
	}
	if j.Old < 0 || j.Old > len(body) {
		return nil, nil, fmt.Errorf("compare: %d of %d bytes", j.Old, len(body))
	}
	engine, err := start(ctx, j.Cache)
	if err != nil {
		return nil, nil, failure(err)
	}
	seen := []Seen{}
	var out []byte
	for from := 0; from < len(j.Looks); from += batch {
		looks := j.Looks[from:min(from+batch, len(j.Looks))]
		before, err := pages(engine, body[:j.Old], j.Password, looks, nil)
		if err != nil {
			return nil, nil, failure(err)
		}
		some := make([]Seen, len(looks))
		after, err := pages(engine, body, j.Password, looks, some)
		if err != nil {
			return nil, nil, failure(err)
		}
		for i, l := range looks {
			if before[i].Rect != after[i].Rect {
				return nil, nil, failure(fmt.Errorf("%w: page %d has another size", ErrUnreadable, l.Page))
			}
			out = append(out, differing(before[i], after[i])...)
		}
		seen = append(seen, some...)
	}
	return seen, out, nil
}

// pages draws pages of one revision, which is closed again: two of a large one would not fit. Seen, unless nil, is
// filled with what is known of each page.
func pages(engine pdfium.Pdfium, pdf []byte, password string, looks []Look, seen []Seen) ([]*image.RGBA, error) {
	units, password := opened(pdf, password)
	open := requests.OpenDocument{File: &pdf}
	if password != "" {
		open.Password = &password
	}
	doc, err := engine.OpenDocument(&open)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	var out []*image.RGBA
	for i, l := range looks {
		d := &document{engine: engine, ref: doc.Document, unit: 1}
		if l.Page <= len(units) && l.Page > 0 {
			d.unit = units[l.Page-1]
		}
		if err := d.turnTo(l.Page); err != nil {
			return nil, err
		}
		scale := math.Min(1, mostSide/math.Max(d.width, d.height))
		p, err := d.draw(max(1, int(math.Ceil(d.width*scale))), nil)
		if err != nil {
			return nil, err
		}
		out = append(out, &image.RGBA{Pix: bytes.Clone(tight(p)), Stride: 4 * p.Rect.Dx(), Rect: p.Rect})
		d.free()
		if seen == nil {
			continue
		}
		s := Seen{Page: l.Page, W: p.Rect.Dx(), H: p.Rect.Dy(), Scale: float64(p.Rect.Dx()) / (d.width * d.unit), Areas: []Part{}}
		for _, a := range l.Areas {
			part, err := d.shown(a)
			if err != nil {
				return nil, err
			}
			s.Areas = append(s.Areas, part)
		}
		seen[i] = s
	}
	if _, err = engine.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: doc.Document}); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	return out, nil
}

// fine is how much finer than points PDFium is asked for places, which it gives as whole numbers.
const fine = 64

// shown lets PDFium say where a rectangle of user space stands on the page as shown.
func (d *document) shown(a Area) (Part, error) {
	var x, y [2]float64
	for i := range 2 {
		at, err := d.engine.FPDF_PageToDevice(&requests.FPDF_PageToDevice{
			Page: d.page, SizeX: int(d.width * fine), SizeY: int(d.height * fine), PageX: a[2*i], PageY: a[2*i+1],
		})
		if err != nil {
			return Part{}, d.failed(err)
		}
		x[i], y[i] = float64(at.DeviceX)/fine*d.unit, (d.height-float64(at.DeviceY)/fine)*d.unit
	}
	return Part{X: min(x[0], x[1]), Y: min(y[0], y[1]), W: math.Abs(x[0] - x[1]), H: math.Abs(y[0] - y[1])}, nil
}

// differing marks the pixels that differ.
func differing(a, b *image.RGBA) []byte {
	n := len(a.Pix) / 4
	out := make([]byte, (n+7)/8)
	for i := range n {
		x, y := a.Pix[4*i:4*i+4], b.Pix[4*i:4*i+4]
		if binary.LittleEndian.Uint32(x) == binary.LittleEndian.Uint32(y) {
			continue
		}
		for c := range 3 {
			if max(x[c], y[c])-min(x[c], y[c]) >= leastDiffer {
				out[i/8] |= 1 << (i % 8)
				break
			}
		}
	}
	return out
}
