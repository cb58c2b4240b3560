package ui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
)

// awaited is a command whose end the operator waits for.
type awaited struct {
	since time.Time
	long  bool // long enough to say so
	words string
	still func() bool // nil for always
}

type ended struct {
	id  int
	msg tea.Msg
}

type takesLong struct{ id int }

// turned says that the spinner's sign stood long enough.
type turned struct{}

// patience is how long a key may go without an answer on the screen.
const patience = 200 * time.Millisecond

func (m *Model) await(b page.Begun) tea.Cmd {
	m.nextID++
	id, do := m.nextID, b.Do
	a := &awaited{since: m.d.Now(), words: b.Words, still: b.Still}
	if a.words == "" {
		a.words = m.d.Words().Header.Waiting
	}
	m.awaited[id] = a
	return tea.Batch(func() tea.Msg { return ended{id, do()} }, m.d.After(patience, takesLong{id}))
}

func (m *Model) end(msg ended) tea.Cmd {
	delete(m.awaited, msg.id)
	return m.handle(msg.msg)
}

// turn keeps the spinner turning while something takes long, and lets it stand otherwise: nothing repaints an idle screen.
func (m *Model) turn() tea.Cmd {
	if m.turning || m.oldest() == nil {
		return nil
	}
	m.turning = true
	return m.d.After(m.spinner.Every(), turned{})
}

// oldest is what takes long and was begun first, nil when nothing takes long.
func (m *Model) oldest() *awaited {
	var oldest *awaited
	for _, a := range m.awaited {
		if a.long && (a.still == nil || a.still()) && (oldest == nil || a.since.Before(oldest.since)) {
			oldest = a
		}
	}
	return oldest
}

// viewAwaited says how long the oldest of what takes long has taken.
func (m *Model) viewAwaited() []screen.Span {
	oldest := m.oldest()
	if oldest == nil {
		return nil
	}
	words := m.d.Say(oldest.words, m.d.Length(m.d.Now().Sub(oldest.since)).String())
	return []screen.Span{page.Span(m.spinner.Sign()+" "+words+" ", m.d.Theme.Warn)}
}
