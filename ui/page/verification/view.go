package verification

import (
	"strconv"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/workflow/query"
)

const (
	detailWidth = 42
	detailRows  = 8
	labelColumn = 13
	wideFrom    = 120
)

// split cuts the page into the queue and, where there is room, the try under the cursor.
func split(r screen.Rect) (queue, detail screen.Rect) {
	queue = r
	switch {
	case r.W >= wideFrom:
		detail, queue = r.CutRight(detailWidth)
	case r.H >= 18:
		detail, queue = r.CutBottom(detailRows)
	}
	return queue, detail
}

// Resize counts the rows of the queue.
func (m *Model) Resize(r screen.Rect) {
	queue, _ := split(r)
	m.list.Resize(queue.H - 2)
}

// View draws the queue, and the try under the cursor beside or below it.
func (m *Model) View(c *screen.Canvas, r screen.Rect) {
	queue, detail := split(r)
	m.viewList(c, queue)
	if detail.H > 0 {
		m.viewDetail(c, detail)
	}
}

func (m *Model) viewList(c *screen.Canvas, r screen.Rect) {
	t, w := m.d.Theme, m.d.Words()
	title := w.Verification.Running
	if m.recent {
		title = w.Verification.Recent
	}
	in := c.Box(r, t.Focus, page.Span(text.Clean(title)+" ", t.Strong), page.Count(m.d, m.list.Total(), m.failed))
	if m.failed != nil {
		page.Failure(c, in, m.d, m.failed)
		return
	}
	var empty []screen.Span
	switch {
	case m.filter.Value() != "":
		empty = []screen.Span{page.Span(text.Clean(w.Verification.NothingFound), t.Dim)}
	case m.loaded && m.recent:
		empty = []screen.Span{page.Span(text.Clean(w.Verification.NothingRecent), t.Dim)}
	case m.loaded:
		empty = []screen.Span{page.Span(text.Clean(w.Verification.Nothing), t.Dim)}
	}
	cols := []component.Column{
		{Title: text.Clean(w.Columns.Name), Min: 8, Grow: 1},
		{Title: text.Clean(w.Columns.State), Min: 20},
		{Title: text.Clean(w.Columns.Method), Min: 9, Rank: 1},
		{Title: text.Clean(w.Columns.Contract), Min: 13, Clip: true, Rank: 3},
		{Title: text.Clean(w.Columns.Document), Min: 12, Grow: 1, Rank: 4},
		{Title: text.Clean(w.Columns.Tries), Min: 5, Right: true, Rank: 2},
		{Title: text.Clean(w.Columns.Wait), Min: 5, Right: true},
	}
	m.list.View(c, in, cols, component.Look{Theme: t, Focused: true, Empty: empty, Loading: "…"}, m.cells)
	page.FilterLine(c, r, m.d, &m.filter, m.reading, t.Focus)
}

// state is a glyph, a word and a colour.
func (m *Model) state(v query.QueuedVerification) screen.Span {
	t, word := m.d.Theme, text.Clean(m.d.Text.VerificationState(v.State))
	switch v.State {
	case domain.VerificationPassed:
		return page.Span("✓ "+word, t.Good)
	case domain.VerificationFailed, domain.VerificationRefused:
		return page.Span("× "+word, t.Bad)
	case domain.VerificationOff:
		return page.Span("– "+word, t.Dim)
	}
	if v.Asking.Attempt > 1 {
		return page.Span("⚠ "+word, t.Warn)
	}
	return page.Span("○ "+word, t.Accent)
}

func (m *Model) cells(v query.QueuedVerification) []screen.Span {
	t := m.d.Theme
	return []screen.Span{
		page.Span(text.Clean(name(v)), t.Text), m.state(v), page.Span(text.Clean(m.d.Text.Method(v.Method)), t.Text),
		page.Span(text.Clean(v.Contract.No), t.Dim), page.Span(text.Clean(m.d.Text.DocKind(v.Identity.Kind)), t.Dim),
		page.Span(text.Clean(strconv.Itoa(v.Tries)), t.Dim), page.Span(m.d.Age(v.Started), t.Dim),
	}
}

func (m *Model) viewDetail(c *screen.Canvas, r screen.Rect) {
	t, w := m.d.Theme, m.d.Words()
	v, ok := m.list.Current()
	if !ok {
		c.Box(r, t.Edge, page.Span(text.Clean(w.Verification.Detail), t.Dim))
		return
	}
	in := c.Box(r, t.Edge, page.Span(text.Clean(name(v)), t.Strong)).Inset(1, 0)
	left, right := in, in
	split := in.W >= 70
	if split {
		left, right = in.CutLeft(in.W / 2)
	}
	y := 0
	pair := func(r screen.Rect, label string, value text.Safe, style screen.Style) {
		y = page.PairStyled(c, r, y, labelColumn, m.d, text.Clean(label), value, style)
	}
	state := m.state(v)
	pair(left, w.Columns.State, state.Text, state.Style)
	if v.Detail != "" {
		pair(left, w.Verification.Failed, text.Clean(m.d.Text.Sentence(domain.Fail(v.Detail))), t.Bad)
	}
	if v.Asking.ID != 0 {
		pair(left, w.Columns.Attempts, text.Clean(strconv.Itoa(v.Asking.Attempt)), t.Text)
		pair(left, w.Columns.LastError, text.Clean(m.d.Text.JobError(v.Asking.LastError)), t.Warn)
	}
	pair(left, w.Columns.Started, m.d.Clock(v.Started), t.Text)
	if split {
		y = 0
	}
	pair(right, w.Columns.Phone, text.Clean(v.Signer.Phone.Masked()), t.Text)
	pair(right, w.Columns.Document, text.Clean(m.d.Text.DocKind(v.Identity.Kind)+" "+domain.MaskNumber(v.Identity.Number)), t.Text)
	pair(right, w.Verification.Order, text.Clean(v.OrderNo), t.Dim)
	if v.Contract.No != "" {
		pair(right, w.Columns.Contract, text.Clean(v.Contract.No+" "+v.Contract.Title), t.Text)
	}
}

// Note says nothing.
func (m *Model) Note() []screen.Span { return nil }
