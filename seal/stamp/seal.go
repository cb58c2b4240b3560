package stamp

import (
	"math"
	"strings"
	"unicode/utf8"

	"campus.example/sealdesk/domain"
)

// The proportions of a round seal, as parts of its radius. They follow the seals of companies: 42 mm across, the ring
// 1.2 mm, the star 14 mm (国发〔1999〕25号 lays down diameter and star for public bodies; the rest is custom).
const (
	ringWidth  = 0.055
	textOuter  = 0.865 // outer edge of the characters of the ring
	textTall   = 0.30  // most height of a character
	textLeast  = 0.17
	starRadius = 0.31
	starRaised = 0.02 // above the middle
	lineBase   = -0.45
	lineTall   = 0.20
	lineSpan   = 0.94
	ringSpan   = 238.0 // most degrees the words may take, so that the line below has its gap
	ringPitch  = 34.0  // most degrees from one character to the next
)

// The bounds of a seal's words, in characters.
const (
	// MostRow is how many stand around the rim in one row; more take a second row inside it.
	MostRow  = 30
	MostRing = 2 * MostRow
	MostLine = 12
	// MostNumber is a filing number's length (13 digits in practice).
	MostNumber = 13
)

// red is that of seal paste.
func (p *pen) red() {
	p.op("rg", 0.82, 0.07, 0.09)
	p.op("RG", 0.82, 0.07, 0.09)
}

// seal draws a round seal as large as fits, in the middle.
func (a *Artist) seal(p *pen, look Look, width, height float64) error {
	ring, line, err := a.words(look)
	if err != nil {
		return err
	}
	number, err := a.glyphs(look.Number)
	if err != nil {
		return err
	}
	c, r := point{width / 2, height / 2}, min(width, height)/2
	p.op("q")
	p.red()
	p.op("w", ringWidth*r)
	p.circle(c, r*(1-ringWidth/2))
	p.op("S")
	p.star(point{c.x, c.y + starRaised*r}, starRadius*r)
	p.op("f")
	p.rows(ring, c, r)
	p.below(line, c, r)
	p.digits(number, c, r)
	p.op("Q")
	return nil
}

// words loads the words of a seal, when there are neither too few nor too many.
func (a *Artist) words(look Look) (ring, line []glyph, err error) {
	mostRing := MostRing
	if look.Shape == Oval {
		mostRing = MostRow
	}
	for _, part := range []struct {
		words       string
		least, most int
	}{{look.Ring, 1, mostRing}, {look.Line, 0, MostLine}, {look.Number, 0, MostNumber}} {
		if err := fits(part.words, part.least, part.most); err != nil {
			return nil, nil, err
		}
	}
	if ring, err = a.glyphs(look.Ring); err != nil {
		return nil, nil, err
	}
	line, err = a.glyphs(look.Line)
	return ring, line, err
}

// fits refuses too few characters and too many. Error: CodeSealLength with the words, how many they are, and the bounds.
func fits(words string, least, most int) error {
	if n := utf8.RuneCountInString(strings.TrimSpace(words)); n < least || n > most {
		return domain.Fail(domain.CodeSealLength, words, n, least, most)
	}
	return nil
}

// digits sets the number along the rim below, feet outward, read from left to right.
func (p *pen) digits(glyphs []glyph, c point, r float64) {
	const tall, middle, step = 0.085, 0.845, 4.6 * math.Pi / 180
	first := -math.Pi/2 - step*float64(len(glyphs)-1)/2
	for i, g := range glyphs {
		angle := first + float64(i)*step
		cos, sin := math.Cos(angle+math.Pi/2), math.Sin(angle+math.Pi/2)
		at := point{c.x + middle*r*math.Cos(angle), c.y + middle*r*math.Sin(angle)}
		s, mx, my := tall*r/em*1.3, g.advance/2, 370.0
		p.trace(g, matrix{cos * s, sin * s, -sin * s, cos * s, at.x - s*(cos*mx-sin*my), at.y - s*(sin*mx+cos*my)})
	}
	if len(glyphs) > 0 {
		p.op("f")
	}
}

// row is a ring of characters: its outer edge, and the most and least height of a character, parts of the radius.
type row struct{ outer, tall, least float64 }

// rows sets the words in one row along the rim, or in two when they are many.
func (p *pen) rows(glyphs []glyph, c point, r float64) {
	if len(glyphs) <= MostRow {
		p.ring(glyphs, c, r, row{textOuter, textTall, textLeast})
		return
	}
	// The inner row is shorter by as much as its arc is.
	first := min(MostRow, (len(glyphs)*57+99)/100)
	p.ring(glyphs[:first], c, r, row{textOuter, 0.2, 0.15})
	p.ring(glyphs[first:], c, r, row{0.64, 0.2, 0.13})
}

// ring sets the characters in a row, feet to the middle, the same angle from one to the next.
func (p *pen) ring(glyphs []glyph, c point, r float64, in row) {
	n := float64(len(glyphs))
	step := math.Min(ringPitch, ringSpan/(n-1)) * math.Pi / 180
	// The characters stand as wide as the arc allows and are drawn taller than wide, as engravers do when there are many.
	tall := in.tall * r
	middle := in.outer*r - tall/2
	wide := math.Min(0.86*tall, 0.92*step*(middle-0.2*tall))
	if tall > 1.75*wide {
		tall = math.Max(1.75*wide, in.least*r)
		middle = in.outer*r - tall/2
		wide = 0.92 * step * (middle - 0.2*tall)
		wide = math.Min(wide, 0.86*tall)
	}
	p.op("w", 0.028*wide)
	p.op("j", 1)
	first := math.Pi/2 + step*(n-1)/2
	for i, g := range glyphs {
		angle := first - float64(i)*step
		sx, sy := wide/em, tall/em
		cos, sin := math.Cos(angle-math.Pi/2), math.Sin(angle-math.Pi/2)
		at := point{c.x + middle*math.Cos(angle), c.y + middle*math.Sin(angle)}
		mx, my := g.advance/2, float64(emMiddle)
		p.trace(g, matrix{
			cos * sx, sin * sx, -sin * sy, cos * sy,
			at.x - cos*sx*mx + sin*sy*my, at.y - sin*sx*mx - cos*sy*my,
		})
	}
	if len(glyphs) > 0 {
		p.op("B") // filled and stroked: bolder than the typeface, like a cut stamp
	}
}

// below sets the line under the star, between the feet of the ring.
func (p *pen) below(glyphs []glyph, c point, r float64) {
	if len(glyphs) == 0 {
		return
	}
	total := 0.0
	for _, g := range glyphs {
		total += g.advance
	}
	tall := lineTall * r
	wide := math.Min(0.95*tall, lineSpan*r/total*em)
	if tall > 1.6*wide {
		tall = 1.6 * wide
	}
	x := c.x - total*wide/em/2
	y := c.y + lineBase*r - tall*(em-emBelow)/em
	p.op("w", 0.028*wide)
	for _, g := range glyphs {
		p.trace(g, matrix{wide / em, 0, 0, tall / em, x, y})
		x += g.advance * wide / em
	}
	p.op("B")
}
