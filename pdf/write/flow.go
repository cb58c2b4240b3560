package write

// Title sets the name of the document, centred.
func (d *Document) Title(s string) {
	const size = 20.0
	d.Space(size)
	for _, line := range breakLines(s, 0, d.column(), d.measure(size)) {
		d.room(size * leading)
		d.y -= size * leading
		d.put((d.page().width-d.face.Width(line, size))/2, d.y, size, line, true)
	}
	d.Space(size)
}

// Heading sets the name of a section; the following line stays with it.
func (d *Document) Heading(s string) {
	const size = 13.0
	d.room(size*leading + 6 + 2*bodySize*leading)
	d.y -= 6
	d.block(s, size, marginSide, 0, true)
}

// Paragraph sets text whose first line is indented by two characters.
func (d *Document) Paragraph(s string) { d.block(s, bodySize, marginSide, 2*bodySize, false) }

// Line sets text without indentation.
func (d *Document) Line(s string) { d.block(s, bodySize, marginSide, 0, false) }

// Clause sets a numbered clause: the number hangs to the left of the text.
func (d *Document) Clause(number, s string) {
	const hang = 34.0
	d.room(bodySize * leading)
	d.put(marginSide, d.y-bodySize*leading, bodySize, number, false)
	d.block(s, bodySize, marginSide+hang, 0, false)
}

// block sets a paragraph between x and the right margin.
func (d *Document) block(s string, size, x, indent float64, heading bool) {
	for i, line := range breakLines(s, indent, d.page().width-marginSide-x, d.measure(size)) {
		d.room(size * leading)
		d.y -= size * leading
		at := x
		if i == 0 {
			at += indent
		}
		d.put(at, d.y, size, line, heading)
	}
}

// Sign sets the lines of the two parties side by side, with room for a signature and a seal at each. The block stays
// on one page.
func (d *Document) Sign(left, right []string) {
	const step = 38.0
	height := float64(max(len(left), len(right))) * step
	d.room(height + 12)
	top := d.y - 12
	half := d.column() / 2
	for column, lines := range [][]string{left, right} {
		for i, line := range lines {
			d.put(marginSide+float64(column)*(half+8), top-float64(i+1)*step+14, bodySize, line, false)
		}
	}
	d.y = top - height
}

// SignBelow sets the lines of one party after the other.
func (d *Document) SignBelow(parties ...[]string) {
	const step = 40.0
	for _, lines := range parties {
		d.room(float64(len(lines))*step + 20)
		d.y -= 20
		for _, line := range lines {
			d.y -= step
			d.put(marginSide+2*bodySize, d.y+14, bodySize, line, false)
		}
	}
}
