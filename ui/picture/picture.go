// Package picture shows images in cells: each cell is the upper half of one block in one colour on the lower half in
// another, which every terminal with colours can do.
package picture

import (
	"image"
	"image/color"

	"github.com/muesli/termenv"

	"campus.example/sealdesk/ui/screen"
)

// View is the part of an image that is looked at: the middle of it in parts of its sides, and how many times larger
// than whole.
type View struct {
	X, Y float64 // 0..1
	Zoom float64 // 1 shows everything
}

// Whole shows everything.
func Whole() View { return View{X: 0.5, Y: 0.5, Zoom: 1} }

// MaxZoom is far enough to read a number on a card.
const MaxZoom = 12

// Scaled changes the zoom by a factor.
func (v View) Scaled(by float64) View {
	v.Zoom = min(MaxZoom, max(1, v.Zoom*by))
	return v.inside()
}

// Moved shifts the view by parts of what is visible.
func (v View) Moved(dx, dy float64) View {
	v.X, v.Y = v.X+dx/v.Zoom, v.Y+dy/v.Zoom
	return v.inside()
}

func (v View) inside() View {
	half := 0.5 / v.Zoom
	v.X, v.Y = min(1-half, max(half, v.X)), min(1-half, max(half, v.Y))
	return v
}

// Crop gives the pixels the view shows.
func (v View) Crop(b image.Rectangle) image.Rectangle {
	w, h := float64(b.Dx())/v.Zoom, float64(b.Dy())/v.Zoom
	x, y := float64(b.Min.X)+v.X*float64(b.Dx())-w/2, float64(b.Min.Y)+v.Y*float64(b.Dy())-h/2
	return image.Rect(int(x), int(y), int(x+w), int(y+h)).Intersect(b)
}

// Cells is an image made for a place of a certain size, kept because making it is the dear part.
type Cells struct {
	W, H   int
	styles []screen.Style
}

// Fit is the largest size in cells, at most w by h, with the shape of b. A cell is twice as high as wide.
func Fit(b image.Rectangle, w, h int) (int, int) {
	if b.Empty() || w <= 0 || h <= 0 {
		return 0, 0
	}
	rows := (w*b.Dy()/b.Dx() + 1) / 2
	if rows <= h {
		return w, max(1, rows)
	}
	return max(1, min(w, 2*h*b.Dx()/b.Dy())), h
}

// Make renders the crop of an image into w by h cells.
func Make(img image.Image, crop image.Rectangle, w, h int, depth termenv.Profile) *Cells {
	c := &Cells{W: w, H: h, styles: make([]screen.Style, w*h)}
	if w <= 0 || h <= 0 || crop.Empty() {
		return c
	}
	px := shrink(img, crop, w, h*2)
	known := map[[2]color.RGBA]screen.Style{}
	for y := range h {
		for x := range w {
			pair := [2]color.RGBA{px.RGBAAt(x, 2*y), px.RGBAAt(x, 2*y+1)}
			style, ok := known[pair]
			if !ok {
				style = ink(pair[0], depth, false).And(ink(pair[1], depth, true))
				known[pair] = style
			}
			c.styles[y*w+x] = style
		}
	}
	return c
}

// Draw puts the cells into r.
func (c *Cells) Draw(on *screen.Canvas, r screen.Rect) {
	for y := range min(c.H, r.H) {
		for x := range min(c.W, r.W) {
			on.Put(r.X+x, r.Y+y, 1, "▀", c.styles[y*c.W+x])
		}
	}
}
