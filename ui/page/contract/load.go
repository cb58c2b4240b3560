package contract

import (
	tea "github.com/charmbracelet/bubbletea"

	"sealdesk/ui/page"
)

type loaded struct {
	seq     uint64
	dossier page.Dossier
}

// Load loads the contract.
func (m *Model) Load() tea.Cmd {
	ctx, seq := m.asked.Next(m.d)
	office, by, no := m.d.Office, m.d.Caller, m.no
	load := func() tea.Msg {
		d, err := office.Contract(ctx, by, no)
		return loaded{seq, page.Dossier{No: no, Dossier: d, Err: err}}
	}
	if m.ready() {
		return load
	}
	return m.d.Reading(load, func() bool { return m.asked.Is(seq) })
}
