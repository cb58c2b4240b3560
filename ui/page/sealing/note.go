package sealing

import (
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
)

// Note tells how many are marked.
func (m *Model) Note() []screen.Span {
	if n := len(m.list.Marks()); n > 0 {
		return []screen.Span{page.Span(m.d.Say(m.d.Words().Marked, n), m.d.Theme.Title)}
	}
	return nil
}
