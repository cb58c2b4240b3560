package picture

import (
	"image"
	"image/color"
	"strconv"

	"github.com/muesli/termenv"
	"golang.org/x/image/draw"

	"campus.example/sealdesk/ui/screen"
)

// Reduce makes a large photo small enough that every later zoom step is quick. It never enlarges.
func Reduce(img image.Image, side int) image.Image {
	b := img.Bounds()
	most := max(b.Dx(), b.Dy())
	if most <= side {
		return img
	}
	return shrink(img, b, max(1, b.Dx()*side/most), max(1, b.Dy()*side/most))
}

// shrink averages the pixels of crop into w by h ones: a box filter, which keeps thin strokes as grey where taking
// single pixels would lose them. What is enlarged is interpolated.
func shrink(img image.Image, crop image.Rectangle, w, h int) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if crop.Dx() < w || crop.Dy() < h {
		draw.ApproxBiLinear.Scale(out, out.Bounds(), img, crop, draw.Src, nil)
		return out
	}
	src, ok := img.(*image.RGBA)
	if !ok {
		src = image.NewRGBA(crop)
		draw.Draw(src, crop, img, crop.Min, draw.Src)
	}
	for y := range h {
		y0, y1 := crop.Min.Y+y*crop.Dy()/h, crop.Min.Y+(y+1)*crop.Dy()/h
		for x := range w {
			x0, x1 := crop.Min.X+x*crop.Dx()/w, crop.Min.X+(x+1)*crop.Dx()/w
			out.SetRGBA(x, y, mean(src, x0, y0, x1, y1))
		}
	}
	return out
}

func mean(src *image.RGBA, x0, y0, x1, y1 int) color.RGBA {
	var r, g, b, n int
	for y := y0; y < y1; y++ {
		i := src.PixOffset(x0, y)
		for range x1 - x0 {
			r, g, b = r+int(src.Pix[i]), g+int(src.Pix[i+1]), b+int(src.Pix[i+2])
			i += 4
			n++
		}
	}
	if n == 0 {
		return color.RGBA{A: 255}
	}
	return color.RGBA{uint8(r / n), uint8(g / n), uint8(b / n), 255}
}

// ink is the style of one half of a cell. With all colours two bits of each channel go, which no eye misses in cells
// and which halves what travels over a slow line.
func ink(c color.RGBA, depth termenv.Profile, lower bool) screen.Style {
	if depth == termenv.TrueColor {
		head := "38;2;"
		if lower {
			head = "48;2;"
		}
		return screen.Style(head + channel(c.R) + ";" + channel(c.G) + ";" + channel(c.B))
	}
	if depth == termenv.Ascii {
		return ""
	}
	return screen.Style(depth.FromColor(c).Sequence(lower))
}

func channel(v uint8) string {
	v &^= 3
	return strconv.Itoa(int(v | v>>6))
}
