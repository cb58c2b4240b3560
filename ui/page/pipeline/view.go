package pipeline

import (
	"strconv"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
)

// previewFrom is the width from which the preview stands beside the list.
const previewFrom = 120

// Resize counts the rows of the list, and finds whether there is room for the preview.
func (m *Model) Resize(r screen.Rect) {
	m.wide = r.W >= previewFrom
	m.list.Resize(r.H - 2)
}

// View draws the page.
func (m *Model) View(c *screen.Canvas, r screen.Rect) {
	stages, rest := r.CutLeft(m.stagesWidth())
	m.viewStages(c, stages)
	if m.wide && !m.noPreview {
		var side screen.Rect
		side, rest = rest.CutRight(max(40, min(60, r.W*32/100)))
		m.viewPreview(c, side)
	}
	m.viewList(c, rest)
}

func (m *Model) edge(p pane) screen.Style {
	if m.focus == p {
		return m.d.Theme.Focus
	}
	return m.d.Theme.Edge
}

func (m *Model) stagesWidth() int {
	w := 0
	for g := range groups() {
		w = max(w, text.Width(m.label(g)))
	}
	return min(w+11, 28)
}

func (m *Model) viewStages(c *screen.Canvas, r screen.Rect) {
	t := m.d.Theme
	in := c.Box(r, m.edge(stagesPane), page.Span(text.Clean(m.d.Words().Pipeline.Stages), t.Dim))
	for g := range groups() {
		row := in.Row(g)
		if g >= in.H {
			break
		}
		label, number := t.Text, t.Dim
		count := m.count(g)
		if count == 0 {
			label, number = t.Dim, t.Faint
		}
		mark := screen.Span{Text: "  "}
		if g == m.group {
			mark, label, number = page.Span(" ›", t.Title), t.Strong, t.Accent
		}
		used := c.LineRight(row, 0, page.Span(text.Clean(strconv.Itoa(count))+" ", number))
		c.Line(screen.Rect{X: row.X, Y: row.Y, W: row.W - used, H: 1}, 0, mark, page.Span(" "+text.Clean(m.label(g)), label))
		if g == m.group {
			over := t.Rested
			if m.focus == stagesPane {
				over = t.Chosen
			}
			c.Tint(row, over)
		}
	}
}

func (m *Model) columns() []component.Column {
	w := m.d.Words().Columns
	cols := []component.Column{
		{Title: text.Clean(w.No), Min: 14, Rank: 0, Clip: true},
		{Title: text.Clean(w.Title), Min: 16, Grow: 5},
		{Title: text.Clean(w.PartyB), Min: 12, Grow: 3, Rank: 3},
		{Title: text.Clean(w.Department), Min: 10, Grow: 1, Rank: 5},
		{Title: text.Clean(w.Amount), Min: 12, Right: true, Rank: 2},
		{Title: text.Clean(w.Wait), Min: 5, Right: true},
	}
	if len(groups()[m.group]) > 1 {
		cols[4] = component.Column{Title: text.Clean(w.Stage), Min: 12, Rank: 1}
	}
	return cols
}

func (m *Model) cells(c domain.Contract) []screen.Span {
	t := m.d.Theme
	title := page.Span(text.Clean(c.Title), t.Text)
	if c.Problem.Code != "" {
		title = page.Span("⚠ "+text.Clean(m.d.Text.Problem(c.Problem.Code))+" · "+text.Clean(c.Title), t.Warn)
	}
	middle := page.Span(page.Yuan(c.Amount), t.Text)
	if len(groups()[m.group]) > 1 {
		middle = page.Span(text.Clean(m.d.Text.Stage(c.Stage)), t.Text)
	}
	return []screen.Span{
		page.Span(text.Clean(c.No), t.Text), title, page.Span(text.Clean(c.B.Name), t.Dim),
		page.Span(text.Clean(c.A.Department), t.Dim), middle, page.Span(m.d.Age(c.StageSince), t.Dim),
	}
}

func (m *Model) viewList(c *screen.Canvas, r screen.Rect) {
	t, w := m.d.Theme, m.d.Words()
	title := []screen.Span{page.Span(text.Clean(m.label(m.group))+" ", t.Strong), page.Span(m.size(), t.Accent)}
	if m.problems {
		title = append(title, page.Span("  ⚠ "+text.Clean(w.Pipeline.OnlyProblems), t.Warn))
	}
	in := c.Box(r, m.edge(listPane), title...)
	if m.failed != nil {
		page.Failure(c, in, m.d, m.failed)
		return
	}
	m.list.View(c, in, m.columns(), component.Look{
		Theme: t, Focused: m.focus == listPane, Empty: m.empty(), Loading: "…",
	}, m.cells)
	page.FilterLine(c, r, m.d, &m.filter, m.reading, m.edge(listPane))
}

// size is how many contracts the list has, of how many.
func (m *Model) size() text.Safe {
	all := strconv.Itoa(m.count(m.group))
	if !m.narrowed() || !m.loaded {
		return text.Clean(all)
	}
	found := strconv.Itoa(m.list.Total())
	if rows := len(m.list.Rows()); rows >= component.Window {
		found = strconv.Itoa(rows) + "+"
	}
	return text.Clean(found + "/" + all)
}

// empty says what an empty list means and which key helps.
func (m *Model) empty() []screen.Span {
	t, w := m.d.Theme, m.d.Words().Pipeline
	switch {
	case !m.loaded:
		return nil
	case m.narrowed():
		return []screen.Span{page.Span(text.Clean(w.NothingFound), t.Dim)}
	case groups()[m.group][0] == domain.StageToPush:
		return []screen.Span{page.Span(text.Clean(w.NothingToPush), t.Dim)}
	}
	return []screen.Span{page.Span(text.Clean(w.NothingHere), t.Dim)}
}

// Note tells how many are marked.
func (m *Model) Note() []screen.Span {
	if n := len(m.list.Marks()); n > 0 {
		return []screen.Span{page.Span(m.d.Say(m.d.Words().Marked, n), m.d.Theme.Title)}
	}
	return nil
}
