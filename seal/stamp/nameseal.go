package stamp

import (
	"math"
	"unicode/utf8"
)

// nameSeal draws a square seal with a person's name, which stands in Typed: two columns, read from the right, filled
// up to four characters with 之印 or 印 as custom has it.
func (a *Artist) nameSeal(p *pen, look Look, width, height float64) error {
	name := look.Typed
	if err := fits(name, 2, 4); err != nil {
		return err
	}
	switch utf8.RuneCountInString(name) {
	case 2:
		name += "之印"
	case 3:
		name += "印"
	}
	glyphs, err := a.glyphs(name)
	if err != nil {
		return err
	}
	side := math.Min(width, height)
	left, low := (width-side)/2, (height-side)/2
	rim := 0.06 * side
	p.op("q")
	p.red()
	p.op("w", rim)
	p.op("j", 1)
	p.op("re", left+rim/2, low+rim/2, side-rim, side-rim)
	p.op("S")
	inner := side - 3.2*rim
	cell := inner / 2
	size := 0.94 * cell
	p.op("w", 0.035*size)
	for i, g := range glyphs {
		x := left + 1.6*rim + cell*(1-float64(i/2)) + (cell-size)/2
		y := low + 1.6*rim + cell*(1-float64(i%2)) + (cell-size)/2
		p.trace(g, matrix{size / em, 0, 0, size / em, x, y + size*emBelow/em})
	}
	p.op("B")
	p.op("Q")
	return nil
}
