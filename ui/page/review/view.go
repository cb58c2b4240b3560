package review

import (
	"strconv"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/workflow/query"
)

// Resize counts the rows of the queue, and makes the photos for their place.
func (m *Model) Resize(r screen.Rect) {
	m.place = r
	m.list.Resize(r.H - 2)
	m.settle()
}

// View draws the queue, or the case on the desk.
func (m *Model) View(c *screen.Canvas, r screen.Rect) {
	if current, ok := m.current(); ok && m.desk != nil {
		m.viewCase(c, r, current)
		return
	}
	m.viewQueue(c, r)
}

func (m *Model) viewQueue(c *screen.Canvas, r screen.Rect) {
	t, w := m.d.Theme, m.d.Words()
	in := c.Box(r, t.Focus, page.Span(text.Clean(w.Review.Queue)+" ", t.Strong), page.Count(m.d, m.list.Total(), m.failed))
	if m.failed != nil {
		page.Failure(c, in, m.d, m.failed)
		return
	}
	var empty []screen.Span
	if m.loaded {
		empty = []screen.Span{page.Span(text.Clean(w.Review.Nothing), t.Dim)}
	}
	cols := []component.Column{
		{Title: text.Clean(w.Columns.Deadline), Min: 8, Right: true},
		{Title: text.Clean(w.Columns.Name), Min: 8, Grow: 1},
		{Title: text.Clean(w.Columns.Document), Min: 16, Grow: 2},
		{Title: text.Clean(w.Columns.State), Min: 12},
		{Title: text.Clean(w.Columns.Claimed), Min: 8, Rank: 1},
		{Title: text.Clean(w.Columns.Phone), Min: 11, Rank: 2},
	}
	m.list.View(c, in, cols, component.Look{Theme: t, Focused: true, Empty: empty, Loading: "…"}, m.cells)
}

func (m *Model) cells(r query.ReviewCase) []screen.Span {
	t, w := m.d.Theme, m.d.Words().Review
	left := r.Due.Sub(m.d.Now())
	deadline := page.Span(m.d.Countdown(r.Due), t.Text)
	switch {
	case left < 0:
		deadline = page.Span("⚠ "+text.Clean(w.Late), t.Bad)
	case left < domain.ReviewPromise/3:
		deadline.Style = t.Warn
	}
	state := page.Span("○ "+text.Clean(m.d.Text.ReviewState(r.State)), t.Accent)
	by := page.Span("", t.Dim)
	if r.State == domain.ReviewClaimed {
		state = page.Span("● "+text.Clean(m.d.Text.ReviewState(r.State)), t.Text)
		if by.Text = text.Clean(r.By); m.mine(r) {
			by = page.Span(text.Clean(w.Mine), t.Title)
		}
	}
	return []screen.Span{
		deadline, page.Span(text.Clean(r.Try.Identity.Name), t.Text),
		page.Span(text.Clean(m.document(r)), t.Dim), state, by,
		page.Span(text.Clean(r.Signer.Phone.Masked()), t.Dim),
	}
}

// Note tells how much of the checklist is done.
func (m *Model) Note() []screen.Span {
	if m.desk == nil {
		return nil
	}
	return []screen.Span{page.Span(text.Clean("✓ "+strconv.Itoa(m.ticked())+"/"+strconv.Itoa(len(m.desk.ticks))), m.d.Theme.Title)}
}
