package stamp

import (
	"errors"
	"math"
	"strings"
	"unicode"

	"campus.example/sealdesk/domain"
)

// ink is a dark blue, as of a fountain pen: it is told from printed black.
func (p *pen) ink() {
	p.op("rg", 0.05, 0.10, 0.36)
	p.op("RG", 0.05, 0.10, 0.36)
}

const (
	captionSize = 6.0 // points
	captionRoom = 8.0
	border      = 1.5 // left free around a signature
)

// signature draws strokes or a typed name, with the caption below.
func (a *Artist) signature(p *pen, look Look, width, height float64) error {
	low := 0.0
	if look.Caption != "" && height > 2.5*captionRoom {
		low = captionRoom
	}
	caption := look.Caption
	if low == 0 {
		caption = ""
	}
	line, err := a.glyphs(a.spare(caption))
	if err != nil {
		return err
	}
	p.op("q")
	p.ink()
	box := rect{border, low + border, width - border, height - border}
	if len(look.Strokes) > 0 {
		err = p.strokes(look.Strokes, box)
	} else {
		err = a.typed(p, look.Typed, box)
	}
	if err != nil {
		return err
	}
	p.op("g", 0.25)
	p.set(line, captionSize, point{border, (captionRoom-captionSize)/2 + captionSize*emBelow/em}, width-2*border)
	p.op("Q")
	return nil
}

type rect struct{ left, bottom, right, top float64 }

// typed sets a name leaning a little, as large as fits: it is plain that nobody wrote it by hand.
func (a *Artist) typed(p *pen, name string, box rect) error {
	glyphs, err := a.glyphs(name)
	var lacks *domain.Error
	if errors.As(err, &lacks) && lacks.Code == domain.CodeSealWords {
		return domain.Fail(domain.CodeSignatureWords, lacks.Args...).Because(err)
	}
	if err != nil {
		return err
	}
	const lean = 0.14
	if !strings.ContainsFunc(name, unicode.IsLetter) { // a dot is no name, and hardly seen
		return domain.Fail(domain.CodeSignatureEmpty)
	}
	total := 0.0
	for _, g := range glyphs {
		total += g.advance
	}
	w, h := box.right-box.left, box.top-box.bottom
	size := math.Min(0.92*h, em*w/(total+lean*em))
	x := box.left + (w-size*(total+lean*em)/em)/2
	y := box.bottom + (h-size)/2 + size*emBelow/em
	for _, g := range glyphs {
		p.trace(g, matrix{size / em, 0, lean * size / em, size / em, x, y})
		x += g.advance * size / em
	}
	p.op("f")
	return nil
}

// set draws a line of text, smaller if it would not fit.
func (p *pen) set(glyphs []glyph, size float64, at point, room float64) {
	if len(glyphs) == 0 {
		return
	}
	total := 0.0
	for _, g := range glyphs {
		total += g.advance
	}
	size = math.Min(size, em*room/total)
	for _, g := range glyphs {
		p.trace(g, matrix{size / em, 0, 0, size / em, at.x, at.y})
		at.x += g.advance * size / em
	}
	p.op("f")
}
