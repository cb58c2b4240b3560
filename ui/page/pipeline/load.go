package pipeline

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/page"
)

type rowsLoaded struct {
	seq   uint64
	start int
	rows  []domain.Contract
	err   error
}

type rested struct {
	seq uint64
	no  string
}

type dossierLoaded struct {
	seq     uint64
	dossier page.Dossier
}

type allNumbers struct {
	seq uint64
	nos []string
}

// rest is how long the cursor must stand before its contract is looked up: a held key passes over many.
const rest = 40 * time.Millisecond

// markLimit is how many contracts can be marked at once.
const markLimit = 1000

// Load loads the window around the screen, and the preview again.
func (m *Model) Load() tea.Cmd {
	return tea.Batch(m.loadRows(), m.preview(0))
}

func (m *Model) query() domain.ContractFilter {
	return domain.ContractFilter{Stages: groups()[m.group], Search: m.filter.Value(), Problem: m.problems}
}

func (m *Model) loadRows() tea.Cmd {
	ctx, seq := m.rows.Next(m.d)
	office, by, f := m.d.Office, m.d.Caller, m.query()
	f.Offset, f.Limit = m.list.WindowStart(), component.Window
	load := func() tea.Msg {
		rows, err := office.Contracts(ctx, by, f)
		return rowsLoaded{seq, f.Offset, rows, err}
	}
	if m.loaded {
		return load
	}
	return m.d.Reading(load, func() bool { return m.rows.Is(seq) })
}

// total is how long the list is, as far as one can tell: a window that is not full ends the list, an unnarrowed one
// was counted, else there is at least one more window.
func (m *Model) total(start, n int) int {
	switch {
	case n < component.Window:
		return start + n
	case !m.narrowed() && m.count(m.group) > 0:
		return max(start+n, m.count(m.group))
	}
	return start + n + component.Window
}

// preview looks the contract under the cursor up once the cursor rests. Narrow screens too: they may be
// made wide, and before the first frame nobody knows.
func (m *Model) preview(after time.Duration) tea.Cmd {
	no := m.list.Held()
	if no == "" || m.noPreview {
		return nil
	}
	_, seq := m.look.Next(m.d)
	if after == 0 {
		return m.lookUp(seq, no)
	}
	return m.d.After(after, rested{seq, no})
}

func (m *Model) lookUp(seq uint64, no string) tea.Cmd {
	ctx, office, by := m.d.Ctx, m.d.Office, m.d.Caller
	return func() tea.Msg {
		d, err := office.Contract(ctx, by, no)
		return dossierLoaded{seq, page.Dossier{No: no, Dossier: d, Err: err}}
	}
}

// loadNumbers lists the contracts "mark all" is about.
func (m *Model) loadNumbers() tea.Cmd {
	seq := m.rows.Seq()
	ctx, office, by, f := m.d.Ctx, m.d.Office, m.d.Caller, m.query()
	f.Limit = markLimit
	d := m.d
	return func() tea.Msg {
		rows, err := office.Contracts(ctx, by, f)
		if err != nil {
			return d.Failure(err)
		}
		nos := make([]string, len(rows))
		for i, c := range rows {
			nos[i] = c.No
		}
		return allNumbers{seq, nos}
	}
}
