package layout

import (
	"math"
	"strings"

	"campus.example/sealdesk/text"
)

// closeBy is the gap, in type sizes, under which two characters belong together: glyphs whose widths do not fill whole
// cells would drift apart otherwise.
const closeBy = 0.3

// place sets one line. Each character starts at its column, unless it follows closely on the one before or the text so
// far has run past it; nothing is lost or set over another.
func place(line []Char, cell float64) text.Safe {
	var b strings.Builder
	column, end, blank := 0, math.Inf(-1), false
	for i, c := range line {
		shown := string(text.Clean(c.Text))
		if strings.TrimSpace(shown) == "" || doubled(line, i) {
			blank = blank || c.W > 0.1*c.Size
			continue
		}
		gap := c.X - end
		if blank && gap <= closeBy*c.Size && gap > 0.1*c.Size {
			b.WriteByte(' ')
			column++
		}
		blank = false
		if gap > closeBy*c.Size {
			want := min(int(math.Round(c.X/cell)), maxColumns)
			if column > 0 {
				want = max(want, column+1) // a gap stays a gap
			}
			if want > column {
				b.WriteString(strings.Repeat(" ", want-column))
				column = want
			}
		}
		b.WriteString(shown)
		column += text.Width(shown)
		end = c.X + c.W
	}
	return text.Clean(b.String())
}

const maxColumns = 2000

// doubled tells whether the same character stands there already: some programs make bold type by drawing twice.
func doubled(line []Char, i int) bool {
	return i > 0 && line[i-1].Text == line[i].Text && line[i].X-line[i-1].X < 0.35*line[i].W
}
