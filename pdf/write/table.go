package write

const (
	cellSize    = 9.5
	cellLeading = 1.45
	cellPad     = 4.0
)

// Table is a grid with borders. The first row is the head; it stands again at the top of each page.
type Table struct {
	// Widths are the shares of the columns in the width of the page.
	Widths []float64
	// Right marks the columns whose cells end at the right edge: amounts.
	Right []bool
	Head  []string
	Rows  [][]string
}

// Table sets a table.
func (d *Document) Table(t Table) {
	total := 0.0
	for _, w := range t.Widths {
		total += w
	}
	edges := []float64{marginSide}
	for _, w := range t.Widths {
		edges = append(edges, edges[len(edges)-1]+w/total*d.column())
	}
	d.Space(6)
	d.room(2 * (cellSize*cellLeading + 2*cellPad))
	d.row(t, edges, t.Head, true)
	for _, cells := range t.Rows {
		if d.y-d.rowHeight(edges, cells) < marginBottom {
			d.room(PageHeight)
			d.row(t, edges, t.Head, true)
		}
		d.row(t, edges, cells, false)
	}
	d.Space(8)
}

func (d *Document) cell(edges []float64, column int, s string) []string {
	return breakLines(s, 0, edges[column+1]-edges[column]-2*cellPad, d.measure(cellSize))
}

func (d *Document) rowHeight(edges []float64, cells []string) float64 {
	lines := 1
	for i, s := range cells {
		lines = max(lines, len(d.cell(edges, i, s)))
	}
	return float64(lines)*cellSize*cellLeading + 2*cellPad
}

func (d *Document) row(t Table, edges []float64, cells []string, head bool) {
	p, top := d.page(), d.y
	bottom := top - d.rowHeight(edges, cells)
	for i, s := range cells {
		for n, line := range d.cell(edges, i, s) {
			x := edges[i] + cellPad
			if !head && i < len(t.Right) && t.Right[i] {
				x = edges[i+1] - cellPad - d.face.Width(line, cellSize)
			}
			d.put(x, top-cellPad-float64(n)*cellSize*cellLeading-cellSize, cellSize, line, head)
		}
	}
	left, right := edges[0], edges[len(edges)-1]
	if head {
		p.rules = append(p.rules, [4]float64{left, top, right, top})
	}
	p.rules = append(p.rules, [4]float64{left, bottom, right, bottom})
	for _, x := range edges {
		p.rules = append(p.rules, [4]float64{x, top, x, bottom})
	}
	d.y = bottom
}
