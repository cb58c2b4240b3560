package render

import (
	"errors"
	"image"
	"image/color"
	"testing"

	"campus.example/sealdesk/pdf/child"
	"campus.example/sealdesk/pdf/examine/handmade"
)

// A child that a document has taken over says what it likes about its pictures.
func TestLeavesAreNotBelieved(t *testing.T) {
	for name, l := range map[string]leaf{
		"nothing": {}, "below nothing": {size: size{-4, -4}}, "more than came": {size: size{100, 100}},
		"more than there is": {size: size{1 << 40, 1 << 40}, Gray: true}, "gray, and more": {size: size{65, 1}, Gray: true},
	} {
		if p, _, err := l.picture(make([]byte, 64)); !errors.Is(err, child.ErrCrashed) {
			t.Errorf("%s: %v %v", name, p, err)
		}
	}
	for _, l := range []leaf{{size: size{4, 4}}, {size: size{8, 8}, Gray: true}} {
		if p, rest, err := l.picture(make([]byte, 65)); err != nil || len(rest) != 1 || p.Bounds() != image.Rect(0, 0, l.W, l.H) {
			t.Errorf("%v: %v, %d left", l, err, len(rest))
		}
	}
}

func TestColoursComeAsTheyAreAndGrayInLess(t *testing.T) {
	p := image.NewRGBA(image.Rect(0, 0, 3, 2))
	for i := range p.Pix {
		p.Pix[i] = 255
	}
	p.SetRGBA(1, 1, color.RGBA{7, 7, 7, 255})
	l, pixels := leafOf(p, nil)
	if got, _, err := l.picture(pixels); err != nil || len(pixels) != 6 || got.At(1, 1) != (color.Gray{7}) {
		t.Errorf("%v in %d bytes, %v", got, len(pixels), err)
	}
	p.SetRGBA(2, 1, color.RGBA{200, 0, 0, 255}) // the last one: all before it looked gray
	l, pixels = leafOf(p, []byte{1, 2})
	if got, _, err := l.picture(pixels[2:]); err != nil || len(pixels) != 2+24 || got.At(2, 1) != (color.RGBA{200, 0, 0, 255}) || got.At(1, 1) != (color.RGBA{7, 7, 7, 255}) {
		t.Errorf("%v in %d bytes, %v", got, len(pixels), err)
	}
}

// The first page is given whatever becomes of the others.
func TestPagesBesideThatAreNotThereAreLeftOut(t *testing.T) {
	got, err := renderer(t).RenderBeside(t.Context(), handmade.Page("", ""), 1, []int{2, 3}, 100)
	if err != nil || len(got) != 1 || got[0].Bounds().Dx() != 100 {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := renderer(t).RenderBeside(t.Context(), handmade.Page("", ""), 2, []int{1}, 100); !errors.Is(err, ErrNoPage) {
		t.Error(err)
	}
}
