package render

import (
	"fmt"
	"image"
	"math"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxPixels bounds a picture: 4 bytes each pass through memory and a pipe.
const maxPixels = 15 << 20

// draw draws the page, or a part of it, so many pixels wide, with all that a viewer shows: annotations, and form fields
// with the seals in them.
func (d *document) draw(width int, part *Part) (*image.RGBA, error) {
	r := requests.RenderPageInPixels{
		Page: d.page, Width: width, RenderFlags: enums.FPDF_RENDER_FLAG_ANNOT, RenderForm: true, Document: &d.ref,
	}
	w, h := d.width, d.height
	if part != nil {
		w, h = part.W/d.unit, part.H/d.unit
		r.Crop = &requests.RenderPageCrop{X: part.X / d.unit, Y: d.height - part.Y/d.unit - h, Width: w, Height: h}
	}
	high := math.Ceil(float64(width) * h / w)
	if width < 1 || !(w > 0 && h > 0) || !(high*float64(width) <= maxPixels) {
		return nil, fmt.Errorf("%w: %d by %.0f pixels", ErrTooLarge, width, high)
	}
	r.Height = int(high) + 1 // a bound: the width decides
	out, err := d.engine.RenderPageInPixels(&r)
	if err != nil {
		return nil, d.failed(err)
	}
	picture, ok := out.Result.RenderedImage.(*image.RGBA)
	if !ok {
		return nil, fmt.Errorf("%w: a picture of type %T", ErrUnreadable, out.Result.RenderedImage)
	}
	d.free = out.Cleanup
	return picture, nil // its pixels are PDFium's, until free is called or the process ends
}
