package ui

import (
	"context"
	"errors"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/workflow/query"
)

type deskLoaded struct {
	seq  uint64
	desk query.Desk
	err  error
}

type probed struct {
	version int64
	blind   bool // there is no probe
	err     error
}

const (
	probeEvery = time.Second
	blindEvery = 3 * time.Second
	// staleAfter is from when on the header says how old what is shown is.
	staleAfter = 5 * time.Second
)

func (m *Model) loadDesk() tea.Cmd {
	ctx, seq := m.desk.Next(m.d)
	office, by := m.d.Office, m.d.Caller
	return func() tea.Msg {
		desk, err := office.Desk(ctx, by)
		return deskLoaded{seq, desk, err}
	}
}

func (m *Model) takeDesk(msg deskLoaded) tea.Cmd {
	if !m.desk.Is(msg.seq) || errors.Is(msg.err, context.Canceled) {
		return nil
	}
	m.deskError = msg.err
	if msg.err != nil {
		m.d.Log.Warn("console", "err", msg.err)
		return nil
	}
	m.d.Desk, m.checked, m.read = msg.desk, m.d.Now(), m.d.Now()
	return m.tell(page.DeskRead{})
}

// probe asks after a while whether anything changed.
func (m *Model) probe(after time.Duration) tea.Cmd {
	ctx, changed := m.d.Ctx, m.o.Changed
	if changed == nil {
		return m.d.After(blindEvery, probed{blind: true})
	}
	wait := m.d.After(after, struct{}{})
	return func() tea.Msg {
		if wait() == nil {
			return nil
		}
		v, err := changed(ctx)
		return probed{version: v, err: err}
	}
}

// seen reloads when something changed, and asks again. What is marked or asked about stays as it is: lists keep
// their place by number.
func (m *Model) seen(msg probed) tea.Cmd {
	again := m.probe(probeEvery)
	if msg.err != nil {
		return again
	}
	if msg.blind {
		return tea.Batch(again, m.reload())
	}
	ticked := m.tell(page.Ticked{})
	again = tea.Batch(again, ticked)
	first := m.version == 0
	same := m.version == msg.version
	m.version = msg.version
	if m.deskError == nil {
		m.checked = m.d.Now()
	}
	if (same || first) && m.deskError == nil {
		return again
	}
	return tea.Batch(again, m.reload())
}
