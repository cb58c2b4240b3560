package sealing

import (
	"math"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
)

// split cuts the page into the contracts and the document.
func split(r screen.Rect) (contracts, document screen.Rect) {
	return r.CutLeft(max(28, min(60, max(r.W*36/100, min(34, r.W-46)))))
}

// lockRows are the rows below the contracts that say whether the key is open.
const lockRows = 2

// Resize counts the rows of the list, and makes the document's page for its place.
func (m *Model) Resize(r screen.Rect) {
	left, right := split(r)
	m.list.Resize(left.H - 2 - lockRows)
	_, body := right.Inset(2, 1).CutBottom(1)
	if body.W != m.width || body.H != m.height {
		m.width, m.height, m.doc.laid = body.W, body.H, 0
		m.doc.pane.Resize(body.W, body.H)
	}
	m.settle()
}

// View draws the contracts and the page.
func (m *Model) View(c *screen.Canvas, r screen.Rect) {
	left, right := split(r)
	m.viewList(c, left)
	m.viewDocument(c, right)
}

func (m *Model) viewList(c *screen.Canvas, r screen.Rect) {
	t, w := m.d.Theme, m.d.Words()
	edge := t.Focus
	if m.moving {
		edge = t.Edge
	}
	in := c.Box(r, edge, page.Span(text.Clean(w.Sealing.Ready)+" ", t.Strong), page.Count(m.d, m.list.Total(), m.failed))
	lock := page.Span("● "+text.Clean(w.Sealing.Locked), t.Warn)
	if m.d.Desk.Unlocked {
		lock = page.Span("✓ "+text.Clean(w.Sealing.Unlocked), t.Good)
	}
	foot, in := in.CutBottom(lockRows)
	c.Rule(foot, 0, t.Faint)
	c.Line(foot.Inset(1, 0), 1, lock)
	if m.failed != nil {
		page.Failure(c, in, m.d, m.failed)
		return
	}
	var empty []screen.Span
	if m.loaded {
		empty = []screen.Span{page.Span(text.Clean(w.Sealing.Nothing), t.Dim)}
	}
	cols := []component.Column{
		{Title: text.Clean(w.Columns.No), Min: 12, Clip: true},
		{Title: text.Clean(w.Columns.Title), Min: 8, Grow: 1},
		{Title: text.Clean(w.Columns.Wait), Min: 5, Right: true, Rank: 1},
	}
	m.list.View(c, in, cols, component.Look{Theme: t, Focused: !m.moving, Empty: empty, Loading: "…"}, func(k domain.Contract) []screen.Span {
		title := page.Span(text.Clean(k.Title), t.Text)
		if k.Problem.Code != "" {
			title = page.Span("⚠ "+text.Clean(m.d.Text.Problem(k.Problem.Code))+" · "+text.Clean(k.Title), t.Warn)
		}
		return []screen.Span{page.Span(text.Clean(k.No), t.Text), title, page.Span(m.d.Age(k.StageSince), t.Dim)}
	})
}

func (m *Model) viewDocument(c *screen.Canvas, r screen.Rect) {
	t, w := m.d.Theme, m.d.Words().Sealing
	on, ok := m.list.Current()
	edge := t.Edge
	if m.moving {
		edge = t.Focus
	}
	if !ok {
		c.Box(r, edge)
		return
	}
	mode := w.Picture
	if m.words {
		mode = w.Words
	}
	in := c.Box(r, edge,
		page.Span(text.Clean(on.No)+" ", t.Strong),
		page.Span(m.d.Say(w.PageOf, m.doc.page, on.Pages)+" · "+text.Clean(mode), t.Dim)).Inset(1, 0)
	foot, body := in.CutBottom(1)
	at := m.place(on)
	switch {
	case m.moving:
		c.Line(foot, 0, page.Span(text.Clean(w.Moving), t.Title))
	case at.W > 0:
		words := m.d.Say(w.At, at.Page, millimetres(at.X+at.W/2), millimetres(at.Y+at.H/2))
		style := t.Dim
		if m.chosen(on.No) != nil {
			style = t.Title
		}
		c.Line(foot, 0, m.second(on), page.Span(words, style))
	}
	switch {
	case m.d.Pictures == nil:
		page.Lines(c, body, body.H/2, text.Clean(w.NoPictures), t.Dim)
	case m.doc.err != nil:
		page.Lines(c, body, body.H/2, text.Clean(m.d.Text.Sentence(m.doc.err)), t.Bad)
	case !m.doc.ready:
		c.Line(body.Center(text.Width(w.Loading), 1), 0, page.Span(text.Clean(w.Loading), t.Faint))
	case m.words:
		m.viewWords(c, body, m.onPage(at))
	default:
		m.viewPicture(c, body, m.onPage(at))
	}
}

func millimetres(points float64) int { return int(math.Round(points / point)) }
