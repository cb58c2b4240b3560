package contract

import (
	"strconv"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
)

// tabRows are the names of the sides and the empty row below them.
const tabRows = 2

// inside is the place for one side of the contract.
func inside(r screen.Rect) screen.Rect {
	_, body := r.Inset(2, 1).CutTop(tabRows)
	return body
}

// Resize lays the side that is shown out for its place.
func (m *Model) Resize(r screen.Rect) {
	m.place = inside(r)
	m.pane.Resize(m.place.W, m.place.H)
	m.lay()
}

// lay draws all of the side that is shown on a canvas of its own, of which the pane shows as much as there is room for.
func (m *Model) lay() {
	if !m.ready() {
		return
	}
	long := &m.long
	long.Reset(m.place.W, m.place.H+longest)
	var rows int
	switch m.tab {
	case timeline:
		rows = page.Timeline(long, long.Bounds(), 0, m.d, m.dossier.Events, m.dossier.Signers)
	case signers:
		rows = m.viewSigners(long, long.Bounds())
	case messages:
		rows = m.viewMessages(long, long.Bounds())
	case signatures:
		rows = m.viewSignatures(long, long.Bounds())
	case differences:
		rows = m.viewDifferences(long, long.Bounds())
	default:
		rows = m.viewOverview(long, long.Bounds())
	}
	m.pane.Show(long, rows)
}

// View draws one side of the contract.
func (m *Model) View(c *screen.Canvas, r screen.Rect) {
	t := m.d.Theme
	title := []screen.Span{page.Span(text.Clean(m.no)+" ", t.Strong)}
	if m.ready() {
		title = append(title, page.Span(text.Clean(m.dossier.Contract.Title), t.Text))
	}
	in := c.Box(r, t.Focus, title...).Inset(1, 0)
	if m.listed() {
		c.BoxFoot(r, t.Focus, page.Span(text.Clean(m.at.View()), t.Dim))
	}
	head, body := in.CutTop(tabRows)
	m.viewTabs(c, head)
	switch {
	case m.dossier.No != m.no:
		c.Line(body, 0, page.Span(text.Clean(m.d.Words().Loading), t.Faint))
		return
	case m.dossier.Err != nil:
		page.Failure(c, body, m.d, m.dossier.Err)
		return
	}
	m.pane.View(c, body)
	if top, rows := m.pane.Top(), m.pane.Rows(); rows > body.H {
		foot := text.Clean(strconv.Itoa(top+1) + "–" + strconv.Itoa(min(rows, top+body.H)) + "/" + strconv.Itoa(rows))
		c.LineRight(screen.Rect{X: r.X, Y: r.Y + r.H - 1, W: r.W - 3, H: 1}, 0, page.Span(" "+foot+" ", t.Dim))
	}
}

// longest is how many lines beyond the screen one side may have.
const longest = 400

func (m *Model) viewTabs(c *screen.Canvas, r screen.Rect) {
	t, w := m.d.Theme, m.d.Words().Contract
	var spans []screen.Span
	for i, label := range []string{w.Overview, w.Timeline, w.Signers, w.Messages, w.Signatures, w.Differences}[:m.tabs()] {
		style := t.Dim
		if tab(i) == m.tab {
			style = t.Title.And(underline)
		}
		if i > 0 {
			spans = append(spans, page.Span("   ", ""))
		}
		spans = append(spans, page.Span(text.Clean(label), style))
	}
	c.Line(r, 0, spans...)
}

const underline screen.Style = "4"

// Note says nothing.
func (m *Model) Note() []screen.Span { return nil }
