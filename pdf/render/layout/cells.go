package layout

import "math"

// Cells is a rectangle of cells: the first column and row in it and the first ones after it.
type Cells struct{ Column, Row, EndColumn, EndRow int }

// Cells gives the cells that a rectangle of the page covers, at least one. Heights follow the lines of text, so that a
// frame around a line stays around it where lines had to move.
func (v View) Cells(x, y, w, h float64) Cells {
	if v.cell <= 0 {
		return Cells{EndColumn: 1, EndRow: 1}
	}
	column := func(x float64) int {
		return int(math.Round(min(max(x/v.cell, 0), float64(v.Columns))))
	}
	c := Cells{Column: column(x), EndColumn: column(x + w)}
	c.Row, c.EndRow = int(math.Round(v.row(y+h))), int(math.Round(v.row(y)))
	c.EndColumn, c.EndRow = max(c.EndColumn, c.Column+1), max(c.EndRow, c.Row+1)
	return c
}

// Point gives the place on the page, in points, that the middle of a cell shows.
func (v View) Point(column, row int) (x, y float64) {
	at := float64(row) + 0.5
	for i := 1; i < len(v.anchors); i++ {
		a, b := v.anchors[i-1], v.anchors[i]
		if at <= b.row || i == len(v.anchors)-1 {
			if b.row > a.row {
				y = a.y + (b.y-a.y)*(at-a.row)/(b.row-a.row)
			}
			break
		}
	}
	return (float64(column) + 0.5) * v.cell, min(max(y, 0), v.page.Height)
}

// row gives the row, with its fraction, at a height of the page.
func (v View) row(y float64) float64 {
	if y >= v.page.Height {
		return 0
	}
	for i := 1; i < len(v.anchors); i++ {
		a, b := v.anchors[i-1], v.anchors[i]
		if y >= b.y {
			if a.y <= b.y {
				return b.row
			}
			return a.row + (b.row-a.row)*(a.y-y)/(a.y-b.y)
		}
	}
	return v.anchors[len(v.anchors)-1].row
}
