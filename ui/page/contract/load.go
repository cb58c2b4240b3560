package contract

import (
	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/workflow/intake"
)

// quarantine is what a person needs to decide, once it was loaded.
type quarantine struct {
	seq uint64
	no  string
	intake.Quarantine
	err error
}

// compare loads both versions of a contract that waits for a decision.
func (m *Model) compare() tea.Cmd {
	if !m.inQuarantine() {
		m.compared.Drop()
		return nil
	}
	ctx, seq := m.compared.Next(m.d)
	office, by, no := m.d.Office, m.d.Caller, m.no
	return func() tea.Msg {
		q, err := office.Quarantine(ctx, by, no)
		return quarantine{seq, no, q, err}
	}
}

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
