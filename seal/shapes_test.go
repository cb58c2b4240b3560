package seal_test

import (
	"math"
	"testing"
)

// Every kind of seal and signature has its size in millimetres, stands where it was asked and is upright, on pages that
// are turned and cropped too. Where poppler draws it is measured.
func TestEveryShapeStandsUpright(t *testing.T) {
	const dpi, left, low = 150, 30.0, 40.0
	o, engine, key := signer(t)
	for _, s := range shapesOf(t) {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			var upright picture
			for _, boxes := range []string{
				"/MediaBox [0 0 400 500]", "/MediaBox [0 0 500 400] /Rotate 90", "/MediaBox [0 0 400 500] /Rotate 180",
				"/MediaBox [-50 -60 700 800] /CropBox [100 120 600 520] /Rotate 270",
			} {
				r := requestOf(key, plainDoc().with(page(boxes)).with(set(4, "<< /Length 0 >>\nstream\n\nendstream")).bytes())
				showing(s)(&r)
				r.Place.X, r.Place.Y = left*millimetre, low*millimetre
				out, err := o.carry(t, engine, key, r)
				if err != nil {
					t.Fatal(boxes, err)
				}
				shown := show(t, out, dpi, false)
				x, y, w, h := shown.ink(dpi)
				t.Logf("%-60s at %.1f, %.1f mm, %.1f x %.1f mm", boxes, x, y, w, h)
				if s.look.Strokes != nil || s.look.Shape == "" && s.look.Typed != "" {
					// A signature fills its field as far as the hand did.
					if x < left-0.2 || y < low-0.2 || x+w > left+s.w+0.2 || y+h > low+s.h+0.2 || h < s.h/3 {
						t.Errorf("%s: %.1f, %.1f mm, %.1f x %.1f mm", boxes, x, y, w, h)
					}
				} else {
					for i, got := range []float64{x, y, w, h} {
						if want := []float64{left, low, s.w, s.h}[i]; math.Abs(got-want) > 0.4 {
							t.Errorf("%s: number %d is %.2f mm, want %.2f", boxes, i, got, want)
						}
					}
				}
				if upright.rgb == nil {
					upright = shown
				} else if d := differing(upright, shown); d > 0.03 {
					t.Errorf("%s: %.1f %% of the pixels differ from the upright one", boxes, 100*d)
				}
			}
		})
	}
}
