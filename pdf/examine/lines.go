package examine

import (
	"cmp"
	"math"
	"slices"

	"campus.example/sealdesk/pdf/examine/glyph"
)

// placed is a glyph seen along its line.
type placed struct {
	g             glyph.Glyph
	along, across float64 // points along the line's direction and to its left
}

// smallest is the least type size that is looked at, in points.
const smallest = 1

// lines puts the glyphs of a page into lines, by where they stand and not by when they were drawn: producers split a
// line in any way and draw it in any order.
func lines(glyphs []glyph.Glyph) [][]placed {
	directions := map[int][]placed{}
	for _, g := range glyphs {
		if g.Size < smallest || plain(g.Text) == "" {
			continue // a space, or nothing that could be read: it must not part a line
		}
		// Text turned by less than two degrees against each other belongs together.
		angle := int(math.Round(math.Atan2(g.DY, g.DX)/math.Pi*90)) % 180
		if angle < 0 {
			angle += 180
		}
		sin, cos := math.Sincos(float64(angle) * math.Pi / 90)
		directions[angle] = append(directions[angle], placed{g: g, along: g.X*cos + g.Y*sin, across: g.Y*cos - g.X*sin})
	}
	var out [][]placed
	for angle := range 180 {
		out = append(out, split(directions[angle])...)
	}
	return out
}

// split cuts text of one direction into lines: a line takes what stands within a part of the type size of its first
// glyph.
func split(all []placed) [][]placed {
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(b.across, a.across) })
	var out [][]placed
	from := 0
	for i := range all {
		if i+1 < len(all) && all[from].across-all[i+1].across <= 0.35*min(all[from].g.Size, all[i+1].g.Size) {
			continue
		}
		line := all[from : i+1]
		slices.SortStableFunc(line, func(a, b placed) int { return cmp.Compare(a.along, b.along) })
		out = append(out, line)
		from = i + 1
	}
	return out
}
