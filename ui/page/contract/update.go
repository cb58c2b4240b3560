package contract

import (
	"context"
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/page"
)

// Update takes what was loaded.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded:
		if m.asked.Is(msg.seq) && !errors.Is(msg.dossier.Err, context.Canceled) {
			m.dossier = msg.dossier
			m.tab = min(m.tab, m.tabs()-1)
			m.lay()
			return m.compare()
		}
	case quarantine:
		if m.compared.Is(msg.seq) && !errors.Is(msg.err, context.Canceled) {
			m.against = msg
			m.lay()
		}
	case page.Ticked:
		m.lay()
	}
	return nil
}

// Do does an action.
func (m *Model) Do(id keys.ID) (tea.Cmd, bool) {
	if m.pane.Move(id) {
		return nil, true
	}
	switch id {
	case push:
		return m.d.Push([]string{m.no}), true
	case seal:
		return m.d.Post(page.Go{Kind: page.Sealing, No: m.no}), true
	case nextTab:
		m.side((m.tab + 1) % m.tabs())
	case prevTab:
		m.side((m.tab + m.tabs() - 1) % m.tabs())
	case next:
		m.at.NextPage()
		return m.turn(), true
	case previous:
		m.at.PrevPage()
		return m.turn(), true
	case other:
		return m.d.Acts(m.dossier.Contract), true
	case copyNo:
		return m.d.CopyOut(m.no), true
	default:
		return nil, false
	}
	return nil, true
}

// side shows another side of the contract, from its top.
func (m *Model) side(t tab) {
	m.tab = t
	m.pane.ScrollTo(0)
	m.lay()
}

// turn shows another contract of the list, on the same side.
func (m *Model) turn() tea.Cmd {
	m.no = m.siblings[m.at.Page]
	m.pane.ScrollTo(0)
	return m.Load()
}
