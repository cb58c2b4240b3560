package contract

import (
	"context"
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"sealdesk/ui/keys"
	"sealdesk/ui/page"
)

// Update takes what was loaded.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	if msg, ok := msg.(loaded); ok && m.asked.Is(msg.seq) && !errors.Is(msg.dossier.Err, context.Canceled) {
		m.dossier = msg.dossier
		m.tab = min(m.tab, m.tabs()-1)
		return m.compare()
	}
	if msg, ok := msg.(quarantine); ok && m.compared.Is(msg.seq) && !errors.Is(msg.err, context.Canceled) {
		m.against = msg
	}
	return nil
}

// Do does an action.
func (m *Model) Do(id keys.ID) (tea.Cmd, bool) {
	switch id {
	case push:
		return m.d.Push([]string{m.no}), true
	case seal:
		return m.d.Post(page.Go{Kind: page.Sealing, No: m.no}), true
	case nextTab:
		m.tab, m.scroll = (m.tab+1)%m.tabs(), 0
	case prevTab:
		m.tab, m.scroll = (m.tab+m.tabs()-1)%m.tabs(), 0
	case next:
		return m.turn(1), true
	case previous:
		return m.turn(-1), true
	case other:
		return m.d.Acts(m.dossier.Contract), true
	case copyNo:
		return m.d.CopyOut(m.no), true
	case keys.Up:
		m.scroll--
	case keys.Down:
		m.scroll++
	case keys.PageUp:
		m.scroll -= max(1, m.height-1)
	case keys.PageDown:
		m.scroll += max(1, m.height-1)
	case keys.First:
		m.scroll = 0
	case keys.Last:
		m.scroll = m.rows
	default:
		return nil, false
	}
	m.scroll = max(0, min(m.scroll, m.rows-m.height))
	return nil, true
}

// turn shows another contract of the list, on the same side.
func (m *Model) turn(by int) tea.Cmd {
	m.no, m.scroll = m.sibling(by), 0
	return m.Load()
}
