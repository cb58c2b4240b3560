package pipeline

import (
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
)

// viewPreview draws what one should know of the contract under the cursor.
func (m *Model) viewPreview(c *screen.Canvas, r screen.Rect) {
	t := m.d.Theme
	row, ok := m.list.Current()
	if !ok {
		c.Box(r, t.Edge)
		return
	}
	in := c.Box(r, t.Edge, page.Span(text.TruncateMiddle(text.Clean(row.No), r.W-6, "…"), t.Strong)).Inset(1, 0)
	y := page.Lines(c, in, 0, text.Clean(row.Title), t.Strong)
	y = page.Summary(c, in, y+1, m.d, row, m.dossier)
	if m.dossier.No != row.No || y >= in.H-1 {
		return
	}
	if m.dossier.Err != nil {
		page.Lines(c, in, y+1, text.Clean(m.d.Text.Sentence(m.dossier.Err)), t.Bad)
		return
	}
	c.Rule(in, y+1, t.Faint)
	page.Timeline(c, in, y+2, m.d, m.dossier.Events, m.dossier.Signers)
}
