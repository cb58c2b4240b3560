package picture

import (
	"image"
	"image/color"
	"image/draw"
	"math"
)

// WithRing gives a copy of an image with a round seal on it: a red ring, a faint red inside and a dot in the middle.
func WithRing(img image.Image, cx, cy, radius float64) image.Image {
	b := img.Bounds()
	out := image.NewRGBA(b)
	draw.Draw(out, b, img, b.Min, draw.Src)
	red := color.RGBA{200, 38, 32, 255}
	for y := max(b.Min.Y, int(cy-radius)); y < min(b.Max.Y, int(cy+radius)+1); y++ {
		for x := max(b.Min.X, int(cx-radius)); x < min(b.Max.X, int(cx+radius)+1); x++ {
			switch d := math.Hypot(float64(x)-cx, float64(y)-cy) / radius; {
			case d > 1:
			case d > 0.78, d < 0.28:
				out.SetRGBA(x, y, blend(out.RGBAAt(x, y), red, 0.9))
			default:
				out.SetRGBA(x, y, blend(out.RGBAAt(x, y), red, 0.18))
			}
		}
	}
	return out
}

func blend(under, over color.RGBA, share float64) color.RGBA {
	mix := func(a, b uint8) uint8 { return uint8(float64(a)*(1-share) + float64(b)*share) }
	return color.RGBA{mix(under.R, over.R), mix(under.G, over.G), mix(under.B, over.B), 255}
}
