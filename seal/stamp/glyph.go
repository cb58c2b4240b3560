package stamp

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"campus.example/sealdesk/domain"
)

// em is the side of the square a Chinese character stands in, in units of the typeface.
const em = 1000

// The square reaches from 120 below the base line to 880 above it.
const (
	emBelow  = 120
	emMiddle = em/2 - emBelow
)

// glyph is the outline of a character in units of the typeface, y up.
type glyph struct {
	segments []segment
	advance  float64
	left     float64 // of the ink
	right    float64
	bottom   float64
	top      float64
}

// segment is one piece: 'm', 'l' or 'c', as in a content stream.
type segment struct {
	op byte
	p  [3]point
}

// lacking is set where a small line has a character the typeface lacks, as printers did with a type turned over.
const lacking = '〓'

// spare gives the text with characters the typeface lacks replaced: what stands beside a signature must not stop it.
func (a *Artist) spare(text string) string {
	var b sfnt.Buffer
	return strings.Map(func(r rune) rune {
		if index, err := a.face.GlyphIndex(&b, r); err != nil || index == 0 {
			return lacking
		}
		return r
	}, text)
}

// glyphs loads the outlines of a text. Error: CodeSealWords naming the characters the typeface lacks.
func (a *Artist) glyphs(text string) ([]glyph, error) {
	var b sfnt.Buffer
	var out []glyph
	var missing []rune
	for _, r := range text {
		index, err := a.face.GlyphIndex(&b, r)
		if err != nil || index == 0 {
			missing = append(missing, r)
			continue
		}
		g, err := a.outline(&b, index)
		if err != nil {
			return nil, domain.Fail(domain.CodeInternal).Because(err)
		}
		out = append(out, g)
	}
	if missing != nil {
		return nil, domain.Fail(domain.CodeSealWords, named(missing)).Because(fmt.Errorf("the typeface has no %q", string(missing)))
	}
	return out, nil
}

// named shows characters, and names those that nobody would see.
func named(missing []rune) string {
	var b strings.Builder
	for _, r := range missing {
		if unicode.IsPrint(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "U+%04X", r)
		}
	}
	return b.String()
}

func (a *Artist) outline(b *sfnt.Buffer, index sfnt.GlyphIndex) (glyph, error) {
	size := fixed.I(em)
	segments, err := a.face.LoadGlyph(b, index, size, nil)
	if err != nil {
		return glyph{}, err
	}
	g := glyph{}
	at := func(p fixed.Point26_6) point { return point{float64(p.X) / 64, -float64(p.Y) / 64} }
	var last point
	for _, s := range segments {
		var out segment
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			out = segment{op: 'm', p: [3]point{at(s.Args[0])}}
			last = out.p[0]
		case sfnt.SegmentOpLineTo:
			out = segment{op: 'l', p: [3]point{at(s.Args[0])}}
			last = out.p[0]
		case sfnt.SegmentOpQuadTo: // raised to the third degree
			c, end := at(s.Args[0]), at(s.Args[1])
			out = segment{op: 'c', p: [3]point{last.to(c, 2.0/3), end.to(c, 2.0/3), end}}
			last = end
		case sfnt.SegmentOpCubeTo:
			out = segment{op: 'c', p: [3]point{at(s.Args[0]), at(s.Args[1]), at(s.Args[2])}}
			last = out.p[2]
		}
		g.segments = append(g.segments, out)
	}
	bounds, advance, err := a.face.GlyphBounds(b, index, size, 0)
	if err != nil {
		return glyph{}, err
	}
	g.advance = float64(advance) / 64
	g.left, g.right = float64(bounds.Min.X)/64, float64(bounds.Max.X)/64
	g.bottom, g.top = -float64(bounds.Max.Y)/64, -float64(bounds.Min.Y)/64
	return g, nil
}

// trace adds the outline to the path, through the matrix.
func (p *pen) trace(g glyph, m matrix) {
	for i, s := range g.segments {
		switch s.op {
		case 'm':
			if i > 0 {
				p.op("h")
			}
			p.move(m.apply(s.p[0]))
		case 'l':
			p.line(m.apply(s.p[0]))
		case 'c':
			p.curve(m.apply(s.p[0]), m.apply(s.p[1]), m.apply(s.p[2]))
		}
	}
	if len(g.segments) > 0 {
		p.op("h")
	}
}
