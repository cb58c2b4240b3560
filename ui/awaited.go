package ui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"sealdesk/ui/page"
	"sealdesk/ui/screen"
)

// awaited is a command whose end the operator waits for.
type awaited struct {
	since time.Time
	long  bool // long enough to say so
}

type ended struct {
	id  int
	msg tea.Msg
}

type takesLong struct{ id int }

// patience is how long a key may go without an answer on the screen.
const patience = 200 * time.Millisecond

func (m *Model) await(b page.Begun) tea.Cmd {
	m.nextID++
	id, do := m.nextID, b.Do
	m.awaited[id] = &awaited{since: m.d.Now()}
	return tea.Batch(func() tea.Msg { return ended{id, do()} }, m.d.After(patience, takesLong{id}))
}

func (m *Model) end(msg ended) tea.Cmd {
	delete(m.awaited, msg.id)
	return m.handle(msg.msg)
}

// viewAwaited says how long the oldest of what takes long has taken.
func (m *Model) viewAwaited() []screen.Span {
	var oldest *awaited
	for _, a := range m.awaited {
		if a.long && (oldest == nil || a.since.Before(oldest.since)) {
			oldest = a
		}
	}
	if oldest == nil {
		return nil
	}
	words := m.d.Say(m.d.Words().Header.Waiting, m.d.Length(m.d.Now().Sub(oldest.since)).String())
	return []screen.Span{page.Span("◷ "+words+" ", m.d.Theme.Warn)}
}
