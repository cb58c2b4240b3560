package sealing

import (
	"math"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/keys"
)

const point = 72 / 25.4 // points of one millimetre

// shift moves the seal, keeps it or puts it back.
func (m *Model) shift(id keys.ID) bool {
	c, ok := m.list.Current()
	if !ok {
		m.moving = false
		return true
	}
	dx, dy := 0.0, 0.0
	switch id {
	case panLeft:
		dx = -1
	case panRight:
		dx = 1
	case panUp:
		dy = 1
	case panDown:
		dy = -1
	case farLeft:
		dx = -10
	case farRight:
		dx = 10
	case farUp:
		dy = 10
	case farDown:
		dy = -10
	case keepPlace:
		m.moving = false
		return true
	case keys.Back:
		m.moving = false
		if m.before == c.SealPlace {
			delete(m.places, c.No)
		} else {
			m.places[c.No] = m.before
		}
		return true
	default:
		return false
	}
	p := m.place(c)
	w, h := m.size()
	p.X = math.Max(0, math.Min(p.X+dx*point, w-p.W))
	p.Y = math.Max(0, math.Min(p.Y+dy*point, h-p.H))
	m.places[c.No] = p
	return true
}

// size is the shown page's size in points; A4 while it is not known.
func (m *Model) size() (w, h float64) {
	if m.doc.text.W > 0 && m.doc.text.H > 0 {
		return m.doc.text.W, m.doc.text.H
	}
	return 595, 842
}

// toSeal scrolls the text so that the seal's frame is in sight.
func (m *Model) toSeal() {
	c, ok := m.list.Current()
	if !ok || !m.words || m.doc.page != m.place(c).Page {
		return
	}
	top, bottom := m.frameRows(m.place(c))
	m.doc.pane.ScrollTo((top+bottom)/2 - m.height/2)
}

// frameRows are the rows of the text view the seal takes.
func (m *Model) frameRows(p domain.Place) (top, bottom int) {
	w, h := m.size()
	rowHeight := 2 * w / float64(max(1, m.doc.cols))
	return int((h - p.Y - p.H) / rowHeight), int((h - p.Y) / rowHeight)
}
