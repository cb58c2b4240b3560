package render

import (
	"math"

	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"

	"campus.example/sealdesk/pdf/render/layout"
)

// maxChars bounds the text of a page; a full page of small print has a tenth.
const maxChars = 50000

// chars gives the characters of the page as shown.
func (d *document) chars() (layout.Page, error) {
	out := layout.Page{Width: d.width * d.unit, Height: d.height * d.unit}
	shown, err := d.toShown()
	if err != nil {
		return out, d.failed(err)
	}
	text, err := d.engine.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: d.page})
	if err != nil {
		return out, d.failed(err)
	}
	defer d.engine.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) //nolint:errcheck // the child ends anyway
	count, err := d.engine.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return out, d.failed(err)
	}
	out.Cut = count.Count > maxChars
	for i := range min(count.Count, maxChars) {
		c, upright, err := d.char(text, i, shown)
		if err != nil {
			return out, d.failed(err)
		}
		switch x, y := c.X+c.W/2, c.Base+c.Size/2; {
		case c.Text == "" || x < 0 || y < 0 || x > out.Width || y > out.Height:
		case !upright:
			out.Turned++
		default:
			out.Chars = append(out.Chars, c)
		}
	}
	return out, nil
}

// char gives one character; its Text is empty when PDFium made it up or cannot tell it.
func (d *document) char(page *responses.FPDFText_LoadPage, i int, shown affine) (c layout.Char, upright bool, err error) {
	made, err := d.engine.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: page.TextPage, Index: i})
	if err != nil || made.IsGenerated {
		return c, false, err
	}
	code, err := d.engine.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: page.TextPage, Index: i})
	if err != nil || code.Unicode == 0 || code.Unicode > 0x10ffff {
		return c, false, err
	}
	origin, err := d.engine.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: page.TextPage, Index: i})
	if err != nil {
		return c, false, err
	}
	box, err := d.engine.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: page.TextPage, Index: i})
	if err != nil {
		return c, false, err
	}
	matrix, err := d.engine.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: page.TextPage, Index: i})
	if err != nil {
		return c, false, err
	}
	size, err := d.engine.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: page.TextPage, Index: i})
	if err != nil {
		return c, false, err
	}
	ax, ay := shown.way(float64(matrix.Matrix.A), float64(matrix.Matrix.B))
	ux, uy := shown.way(float64(matrix.Matrix.C), float64(matrix.Matrix.D))
	left, _ := shown.at(float64(box.Rect.Left), float64(box.Rect.Bottom))
	right, _ := shown.at(float64(box.Rect.Right), float64(box.Rect.Top))
	_, base := shown.at(origin.X, origin.Y)
	c = layout.Char{
		Text: string(rune(code.Unicode)), X: min(left, right), W: math.Abs(right - left), Base: base,
		Size: math.Abs(size.FontSize) * math.Hypot(ux, uy),
	}
	return c, ax > 0 && math.Abs(ay) < 0.17*ax, nil
}

// affine is the way from the space of a page to the page as shown.
type affine struct{ x, y, ax, ay, bx, by float64 }

func (a affine) at(x, y float64) (float64, float64) {
	return a.x + a.ax*x + a.bx*y, a.y + a.ay*x + a.by*y
}

func (a affine) way(x, y float64) (float64, float64) { return a.ax*x + a.bx*y, a.ay*x + a.by*y }

// toShown asks PDFium where three points of the page lie on its picture, which knows of CropBox and Rotate.
func (d *document) toShown() (affine, error) {
	const fine, far = 1000, 1000.0 // pixels to a point; points between the three
	var at [3][2]float64
	for i, p := range [3][2]float64{{0, 0}, {far, 0}, {0, far}} {
		out, err := d.engine.FPDF_PageToDevice(&requests.FPDF_PageToDevice{
			Page: d.page, SizeX: int(math.Round(d.width * fine)), SizeY: int(math.Round(d.height * fine)), PageX: p[0], PageY: p[1],
		})
		if err != nil {
			return affine{}, err
		}
		at[i] = [2]float64{float64(out.DeviceX) / fine * d.unit, (d.height - float64(out.DeviceY)/fine) * d.unit}
	}
	return affine{
		x: at[0][0], y: at[0][1],
		ax: (at[1][0] - at[0][0]) / far, ay: (at[1][1] - at[0][1]) / far,
		bx: (at[2][0] - at[0][0]) / far, by: (at[2][1] - at[0][1]) / far,
	}, nil
}
