package picture

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"campus.example/sealdesk/ui/screen"
)

func halves(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetRGBA(x, y, color.RGBA{255, 0, 0, 255})
			if y >= h/2 {
				img.SetRGBA(x, y, color.RGBA{0, 0, 255, 255})
			}
		}
	}
	return img
}

func TestUpperHalfOverLowerHalf(t *testing.T) {
	img := halves(8, 8)
	cells := Make(img, img.Bounds(), 2, 1, termenv.TrueColor)
	c := screen.New(2, 1)
	cells.Draw(c, c.Bounds())
	if got, want := c.String(), "\x1b[0;38;2;255;0;0;48;2;0;0;255m▀▀\x1b[0m"; got != want {
		t.Errorf("%q", got)
	}
}

func TestFewColours(t *testing.T) {
	img := halves(8, 8)
	c := screen.New(2, 1)
	Make(img, img.Bounds(), 2, 1, termenv.ANSI256).Draw(c, c.Bounds())
	if got := c.String(); strings.Contains(got, "38;2;") || !strings.Contains(got, "38;5;") {
		t.Errorf("%q", got)
	}
}

func TestFitKeepsTheShape(t *testing.T) {
	for _, c := range []struct{ bw, bh, w, h, ww, wh int }{
		{100, 100, 40, 40, 40, 20}, {100, 100, 40, 10, 20, 10}, {595, 842, 57, 40, 57, 40}, {0, 0, 5, 5, 0, 0},
	} {
		if w, h := Fit(image.Rect(0, 0, c.bw, c.bh), c.w, c.h); w != c.ww || h != c.wh {
			t.Errorf("%v: %dx%d", c, w, h)
		}
	}
}

func TestViewStaysInside(t *testing.T) {
	v := Whole().Scaled(4).Moved(9, -9)
	if got := v.Crop(image.Rect(0, 0, 400, 400)); got != image.Rect(300, 0, 400, 100) {
		t.Errorf("%v", got)
	}
	if v.Scaled(0.01) != Whole() {
		t.Error("out again shows everything")
	}
}

func BenchmarkMakePage(b *testing.B) {
	img := halves(1000, 1400)
	for b.Loop() {
		Make(img, img.Bounds(), 57, 40, termenv.TrueColor)
	}
}
