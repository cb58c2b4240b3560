// Package layout sets the text of a page on a grid of terminal cells, so that it can be read in any terminal where it
// stands on paper. Lengths are points from the bottom left of the page as shown; columns and rows count from 0 at the
// top left.
package layout

import (
	"cmp"
	"math"
	"slices"

	"campus.example/sealdesk/text"
)

// Char is one character of a page.
type Char struct {
	Text string  `json:"t"`
	X    float64 `json:"x"` // left edge of its cell
	W    float64 `json:"w"`
	Base float64 `json:"b"` // base line
	Size float64 `json:"s"` // type size
}

// Page is the text of a page as a renderer sees it.
type Page struct {
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	Chars  []Char  `json:"chars"`
	Cut    bool    `json:"cut"`    // there is more text than is given
	Turned int     `json:"turned"` // characters left out because they do not stand upright
}

// View is a page on a grid.
type View struct {
	Lines   []text.Safe
	Columns int // cells that the width of the page takes; a line of small type may take more
	cell    float64
	page    Page
	anchors []anchor
}

// anchor ties a height on the page to a row.
type anchor struct{ y, row float64 }

// New sets a page on a grid so many columns wide; A4 reads well at 100. A cell is taken to be twice as high as wide.
func New(p Page, columns int) View {
	columns = min(max(columns, 20), 1000)
	v := View{Columns: columns, page: p}
	if !(p.Width > 0 && p.Height > 0) {
		return v
	}
	v.cell = p.Width / float64(columns)
	v.anchors = []anchor{{p.Height, 0}}
	row := -1
	var rows []placed
	for _, l := range lines(p.Chars) {
		set, base := place(l, v.cell), l[0].Base
		want := int(math.Round((p.Height-base)/(2*v.cell))) - 1
		// Lines closer than a row keep their order and move down; where the page has room, the next ones catch up.
		row = max(row+1, want, 0)
		if row > maxRows {
			break
		}
		rows = append(rows, placed{row, set})
		v.anchors = append(v.anchors, anchor{base + 0.38*l[0].Size, float64(row) + 0.5})
	}
	last := v.anchors[len(v.anchors)-1]
	end := max(last.row+0.5, last.row+last.y/(2*v.cell))
	v.anchors = append(v.anchors, anchor{0, end})
	v.Lines = make([]text.Safe, int(min(max(math.Round(end), float64(row+1)), maxRows)))
	for _, r := range rows {
		if r.row < len(v.Lines) {
			v.Lines[r.row] = r.text
		}
	}
	return v
}

// maxRows bounds what a page of tiny type may take.
const maxRows = 5000

type placed struct {
	row  int
	text text.Safe
}

// lines puts characters into lines by their base, from top to bottom, each from left to right.
func lines(chars []Char) [][]Char {
	all := make([]Char, 0, len(chars))
	for _, c := range chars {
		if c.Size > 0 && !math.IsNaN(c.X+c.W+c.Base+c.Size) && !math.IsInf(c.X+c.W+c.Base+c.Size, 0) {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b Char) int { return cmp.Compare(b.Base, a.Base) })
	var out [][]Char
	from := 0
	for i := range all {
		if i+1 < len(all) && all[from].Base-all[i+1].Base <= 0.35*min(all[from].Size, all[i+1].Size) {
			continue
		}
		line := all[from : i+1]
		slices.SortStableFunc(line, func(a, b Char) int { return cmp.Compare(a.X, b.X) })
		out = append(out, line)
		from = i + 1
	}
	return out
}

// Size is the width and height of the page as shown, in points.
func (v View) Size() (w, h float64) { return v.page.Width, v.page.Height }
