package verification

import (
	"context"
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/dialog"
	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/page"
)

// Update takes what was loaded.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	if msg, ok := msg.(loaded); ok && m.rows.Is(msg.seq) && !errors.Is(msg.err, context.Canceled) {
		m.loaded, m.failed = true, msg.err
		if msg.err == nil {
			m.all = msg.rows
			m.narrow()
		}
	}
	return nil
}

// Do does an action.
func (m *Model) Do(id keys.ID) (tea.Cmd, bool) {
	if m.list.Move(id) {
		return nil, true
	}
	v, _ := m.list.Current()
	office, by, w := m.d.Office, m.d.Caller, m.d.Words()
	switch id {
	case recheck:
		return m.d.Act(m.d.Say(w.Acts.Rechecked, name(v)), func(ctx context.Context) error {
			return office.RecheckVerification(ctx, by, v.ID)
		}), true
	case resend:
		return m.d.Act(m.d.Say(w.Acts.Resent, name(v)), func(ctx context.Context) error {
			return office.ResendVerification(ctx, by, v.ID)
		}), true
	case manual:
		return m.confirm(w.Verification.ManualTitle, m.d.Say(w.Verification.ManualText, name(v)), w.Verification.ManualYes,
			m.d.Act(m.d.Say(w.Acts.ManualOpened, name(v)), func(ctx context.Context) error {
				return office.OpenManual(ctx, by, v.ID)
			})), true
	case cancel:
		return m.confirm(w.Verification.CancelTitle, m.d.Say(w.Verification.CancelText, name(v)), w.Verification.CancelYes,
			m.d.Act(m.d.Say(w.Acts.Cancelled, name(v)), func(ctx context.Context) error {
				return office.CancelVerification(ctx, by, v.ID)
			})), true
	case contract:
		return m.d.Post(page.Go{Kind: page.Contract, No: v.Contract.No}), true
	case recent:
		m.recent = !m.recent
		m.list.Clear()
		m.all, m.loaded = nil, false
		return m.Load(), true
	case copyID:
		return m.d.CopyOut(v.ID), true
	case keys.Filter:
		m.reading = true
		return nil, true
	case keys.Back:
		if m.filter.Value() == "" {
			return nil, false
		}
		m.filter.Set("")
		m.narrow()
		return nil, true
	}
	return nil, false
}

func (m *Model) confirm(title string, words text.Safe, yes string, do tea.Cmd) tea.Cmd {
	return m.d.Post(page.Ask{Dialog: &dialog.Confirm{
		Kit: m.d.Kit(), Title: text.Clean(title), Lines: []text.Safe{words}, Yes: text.Clean(yes), Do: do,
	}})
}

// Reading tells whether the filter is being typed.
func (m *Model) Reading() bool { return m.reading }

// Type edits the filter.
func (m *Model) Type(msg tea.KeyMsg) tea.Cmd {
	switch keys.Name(msg) {
	case "enter", "down":
		m.reading = false
		return nil
	case "esc":
		m.reading = false
		m.filter.Set("")
	default:
		m.filter.Key(msg)
	}
	m.narrow()
	return nil
}
