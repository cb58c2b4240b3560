package examine

import (
	"cmp"
	"math"
	"slices"

	"campus.example/sealdesk/pdf/examine/glyph"
	"campus.example/sealdesk/pdf/read"
)

// farthest is how far apart two characters of a word may stand, in type sizes: letter-spaced titles stay together,
// the columns of a page do not.
const farthest = 4

// search finds the words among the glyphs of a page, from top to bottom and left to right.
func search(glyphs []glyph.Glyph, words []word) []Keyword {
	var out []Keyword
	for _, line := range lines(glyphs) {
		letters := spell(line)
		for _, w := range words {
			out = append(out, match(letters, w)...)
		}
	}
	slices.SortStableFunc(out, inOrder)
	return out
}

// inOrder is the order one reads in: from top to bottom, then from left to right.
func inOrder(a, b Keyword) int {
	if d := b.Y + b.H - a.Y - a.H; math.Abs(d) > 2 {
		return cmp.Compare(d, 0)
	}
	return cmp.Compare(a.X, b.X)
}

// letter is one character of a line; its cell may be a part of that of its glyph.
type letter struct {
	r        rune
	from, to float64 // along the line
	size     float64
	box      read.Box
}

// spell gives the characters of a line, normalised. A glyph drawn twice with a small offset, which is how some programs
// make bold type, counts once.
func spell(line []placed) []letter {
	var out []letter
	for _, p := range line {
		runes := []rune(plain(p.g.Text))
		if len(runes) == 0 || repeats(out, runes, p) {
			continue
		}
		n := float64(len(runes))
		for i, r := range runes {
			a, b := float64(i)/n, float64(i+1)/n
			out = append(out, letter{
				r: r, size: p.g.Size, box: part(p.g, a, b),
				from: p.along + a*p.g.Length, to: p.along + b*p.g.Length,
			})
		}
	}
	return out
}

func repeats(out []letter, runes []rune, p placed) bool {
	k := len(out) - len(runes)
	if k < 0 || math.Abs(out[k].from-p.along) > 0.35*p.g.Size {
		return false
	}
	for i, r := range runes {
		if out[k+i].r != r {
			return false
		}
	}
	return true
}

// part cuts the cell of a glyph across its line.
func part(g glyph.Glyph, from, to float64) read.Box {
	b := g.Box
	if to-from >= 1 {
		return b
	}
	w, h := b[2]-b[0], b[3]-b[1]
	if math.Abs(g.DX) >= math.Abs(g.DY) {
		if g.DX < 0 {
			from, to = 1-to, 1-from
		}
		return read.Box{b[0] + from*w, b[1], b[0] + to*w, b[3]}
	}
	if g.DY < 0 {
		from, to = 1-to, 1-from
	}
	return read.Box{b[0], b[1] + from*h, b[2], b[1] + to*h}
}

// match finds a word in a line; places do not overlap.
func match(line []letter, w word) []Keyword {
	var out []Keyword
	for _, i := range starts(line, w) {
		out = append(out, at(line[i:i+len(w.runes)], w))
	}
	return out
}

// starts gives where a word begins in a line, without overlap.
func starts(line []letter, w word) []int {
	var out []int
	for i := 0; i+len(w.runes) <= len(line); i++ {
		if spelled(line[i:i+len(w.runes)], w.runes) {
			out = append(out, i)
			i += len(w.runes) - 1
		}
	}
	return out
}

// at is the place of a word that is spelled by the letters.
func at(letters []letter, w word) Keyword {
	box := letters[0].box
	for _, l := range letters[1:] {
		box = read.Box{min(box[0], l.box[0]), min(box[1], l.box[1]), max(box[2], l.box[2]), max(box[3], l.box[3])}
	}
	return Keyword{
		Word: w.asked, X: hundredths(box[0]), Y: hundredths(box[1]),
		W: hundredths(box[2] - box[0]), H: hundredths(box[3] - box[1]),
	}
}

// hundredths rounds to what matters on paper, so that the same place is the same number.
func hundredths(v float64) float64 { return math.Round(v*100) / 100 }

func spelled(line []letter, w []rune) bool {
	for i, r := range w {
		if line[i].r != r {
			return false
		}
		if i > 0 && line[i].from-line[i-1].to > farthest*max(line[i].size, line[i-1].size) {
			return false
		}
	}
	return true
}
