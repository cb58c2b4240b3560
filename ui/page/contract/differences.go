package contract

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/workflow/intake"
)

// viewDifferences draws both versions of a contract that waits for a decision: hashes and times, the fields that differ, the
// lines that only one of the texts has.
func (m *Model) viewDifferences(c *screen.Canvas, r screen.Rect) int {
	t, w := m.d.Theme, m.d.Words().Contract
	q := m.against
	switch {
	case q.no != m.no:
		c.Line(r, 0, page.Span(text.Clean(m.d.Words().Loading), t.Faint))
		return 1
	case q.err != nil:
		return page.Lines(c, r, 0, text.Clean(m.d.Text.Sentence(q.err)), t.Bad)
	}
	y := page.Lines(c, r, 0, text.Clean(m.d.Text.Sentence(domain.Fail(q.Code))), t.Warn) + 1
	version := func(label string, v intake.Version) {
		if v.SHA256 != "" {
			y = page.Pair(c, r, y, labelColumn, m.d, text.Clean(label), text.TruncateMiddle(text.Clean(v.SHA256), 32, "…")+" "+m.d.Clock(v.At))
		}
	}
	version(w.Current, q.Current())
	version(w.Offered, q.Offered())
	y++
	for _, f := range q.Fields {
		y = page.Lines(c, r, y, text.Clean(m.d.Text.Field(f.Field)), t.Strong)
		y = page.Lines(c, r, y, "- "+text.Clean(f.Old), t.Bad)
		y = page.Lines(c, r, y, "+ "+text.Clean(f.New), t.Good) + 1
	}
	return m.viewText(c, r, y, q)
}

func (m *Model) viewText(c *screen.Canvas, r screen.Rect, y int, q quarantine) int {
	t, w := m.d.Theme, m.d.Words().Contract
	switch {
	case q.Offer == nil:
		return y
	case q.Text.Failed != "":
		return page.Lines(c, r, y, m.d.Say(w.Unread, m.d.Text.Problem(q.Text.Failed)), t.Bad)
	case q.Current().SHA256 == q.Offered().SHA256:
		return page.Lines(c, r, y, text.Clean(w.SameText), t.Dim)
	case len(q.Text.Lines) == 0:
		return page.Lines(c, r, y, text.Clean(w.Nothing), t.Dim)
	}
	for _, l := range q.Text.Lines {
		sign, style := text.Clean("- "), t.Bad
		if l.New {
			sign, style = text.Clean("+ "), t.Good
		}
		y = page.Lines(c, r, y, sign+text.Clean(l.Line), style)
	}
	if q.Text.More > 0 {
		y = page.Lines(c, r, y, m.d.Say(w.More, q.Text.More), t.Dim)
	}
	return y
}
