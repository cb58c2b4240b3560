package contract

import (
	"slices"
	"strconv"

	"sealdesk/text"
	"sealdesk/ui/page"
	"sealdesk/ui/screen"
)

// View draws one side of the contract. The content is drawn on a taller canvas of which a window is shown.
func (m *Model) View(c *screen.Canvas, r screen.Rect) {
	t := m.d.Theme
	title := []screen.Span{page.Span(text.Clean(m.no)+" ", t.Strong)}
	if m.ready() {
		title = append(title, page.Span(text.Clean(m.dossier.Contract.Title), t.Text))
	}
	in := c.Box(r, t.Focus, title...).Inset(1, 0)
	if i := slices.Index(m.siblings, m.no); i >= 0 {
		c.BoxFoot(r, t.Focus, page.Span(text.Clean(strconv.Itoa(i+1)+"/"+strconv.Itoa(len(m.siblings))), t.Dim))
	}
	head, body := in.CutTop(2)
	m.viewTabs(c, head)
	m.height = body.H
	switch {
	case m.dossier.No != m.no:
		c.Line(body, 0, page.Span(text.Clean(m.d.Words().Loading), t.Faint))
		return
	case m.dossier.Err != nil:
		page.Failure(c, body, m.d, m.dossier.Err)
		return
	}
	long := &m.long
	long.Reset(body.W, body.H+longest)
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
	m.rows = rows
	m.scroll = max(0, min(m.scroll, rows-body.H))
	c.Copy(body, long, m.scroll)
	if rows > body.H {
		foot := text.Clean(strconv.Itoa(m.scroll+1) + "–" + strconv.Itoa(min(rows, m.scroll+body.H)) + "/" + strconv.Itoa(rows))
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
