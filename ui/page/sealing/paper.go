package sealing

import (
	"github.com/muesli/termenv"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/picture"
	"campus.example/sealdesk/ui/screen"
)

// settle makes what is drawn of the document, unless it is made already: the painted page for its place, with a red ring
// where the seal will stand, or the words in their pane.
func (m *Model) settle() {
	c, ok := m.list.Current()
	if !ok || !m.doc.ready {
		return
	}
	at := m.onPage(m.place(c))
	if m.words {
		m.lay(at)
		return
	}
	if m.doc.img == nil {
		return
	}
	b := m.doc.img.Bounds()
	w, h := picture.Fit(b, m.width, m.height)
	if m.doc.cells != nil && m.doc.cells.W == w && m.doc.cells.H == h && m.doc.ring == at {
		return
	}
	img := m.doc.img
	if at.W > 0 {
		pw, ph := m.size()
		k := float64(b.Dx()) / pw
		img = picture.WithRing(img, (at.X+at.W/2)*k, (ph-at.Y-at.H/2)*k, at.W/2*k)
	}
	m.doc.cells, m.doc.ring = picture.Make(img, b, w, h, m.d.Theme.Depth), at
}

// onPage is the place of a seal, the zero place when it is on another page than the one shown.
func (m *Model) onPage(at domain.Place) domain.Place {
	if m.doc.page != at.Page || at.W <= 0 {
		return domain.Place{}
	}
	return at
}

// lay puts the words of the page into their pane, with empty rows below them when the seal stands there.
func (m *Model) lay(at domain.Place) {
	rows := max(1, len(m.doc.text.Lines))
	if at.W > 0 {
		_, bottom := m.frameRows(at)
		rows = max(rows, bottom+1)
	}
	if rows == m.doc.laid {
		return
	}
	content := screen.New(m.width, rows)
	for i, line := range m.doc.text.Lines {
		content.Line(content.Bounds(), i, page.Span(text.Clean(line), m.d.Theme.Text))
	}
	m.doc.pane.Show(content, rows)
	m.doc.laid = rows
}

// viewPicture draws the painted page, and where the terminal has no colours a frame over it for the seal.
func (m *Model) viewPicture(c *screen.Canvas, r screen.Rect, at domain.Place) {
	if m.doc.cells == nil {
		return
	}
	w, h := m.doc.cells.W, m.doc.cells.H
	paper := r.Center(w, h)
	m.doc.cells.Draw(c, paper)
	if at.W == 0 || m.d.Theme.Depth != termenv.Ascii {
		return
	}
	pw, ph := m.size()
	x0, x1 := int(at.X/pw*float64(w)), int((at.X+at.W)/pw*float64(w))
	y0, y1 := int((ph-at.Y-at.H)/ph*float64(h)), int((ph-at.Y)/ph*float64(h))
	m.frame(c, paper, screen.Rect{X: paper.X + x0, Y: paper.Y + y0, W: max(4, x1-x0), H: max(3, y1-y0)})
}

// viewWords draws the words of the page with the seal's frame over them.
func (m *Model) viewWords(c *screen.Canvas, r screen.Rect, at domain.Place) {
	m.doc.pane.View(c, r)
	if at.W == 0 {
		return
	}
	top, bottom := m.frameRows(at)
	pw, _ := m.size()
	cols := float64(m.doc.cols)
	x0, x1 := int(at.X/pw*cols), int((at.X+at.W)/pw*cols)
	m.frame(c, r, screen.Rect{X: r.X + x0, Y: r.Y + top - m.doc.pane.Top(), W: max(4, x1-x0), H: max(3, bottom-top)})
}

// frame draws where the seal will stand, as far as it is inside the paper.
func (m *Model) frame(c *screen.Canvas, paper, f screen.Rect) {
	style := m.d.Theme.Bad
	put := func(x, y int, s text.Safe) {
		if y >= paper.Y && y < paper.Y+paper.H && x >= paper.X && x < paper.X+paper.W {
			c.Put(x, y, 1, s, style)
		}
	}
	for x := f.X + 1; x < f.X+f.W-1; x++ {
		put(x, f.Y, "─")
		put(x, f.Y+f.H-1, "─")
	}
	for y := f.Y + 1; y < f.Y+f.H-1; y++ {
		put(f.X, y, "│")
		put(f.X+f.W-1, y, "│")
	}
	put(f.X, f.Y, "╭")
	put(f.X+f.W-1, f.Y, "╮")
	put(f.X, f.Y+f.H-1, "╰")
	put(f.X+f.W-1, f.Y+f.H-1, "╯")
	words := text.Clean(m.d.Words().Sealing.SealHere)
	lines := text.Wrap(words, max(2, f.W-2))
	for i, l := range lines {
		y := f.Y + f.H/2 - len(lines)/2 + i
		if y > f.Y && y < f.Y+f.H-1 && y >= paper.Y && y < paper.Y+paper.H {
			c.Put(f.X+(f.W-text.Width(l))/2, y, f.W-2, l, style)
		}
	}
}
