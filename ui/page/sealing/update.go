package sealing

import (
	"context"
	"errors"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/page"
)

// Update takes what was loaded.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	defer m.settle()
	switch msg := msg.(type) {
	case rowsLoaded:
		return m.take(msg)
	case page.DeskRead:
		if m.loaded && m.list.Total() >= component.Window {
			m.list.Grow(m.d.Desk.Stages[domain.StageToSeal])
		}
	case page.Worked:
		if len(msg.Items) > 0 {
			m.list.Unmark(msg.Items...)
		}
	case unlocked:
		m.d.Desk.Unlocked = true // known already: the next key need not wait for the desk
		return m.d.Post(page.Changed{Toast: page.Toast{Level: page.Done, Text: m.d.Say(m.d.Words().Acts.Unlocked)}})
	case rested:
		if m.doc.asked.Is(msg.seq) {
			return m.fetch(msg.seq)
		}
	case pageLoaded:
		if m.doc.asked.Is(msg.seq) {
			m.doc.text, m.doc.cols, m.doc.img, m.doc.err, m.doc.ready = msg.text, msg.cols, msg.img, msg.err, true
			m.settle()
			m.toSeal()
		}
	}
	return nil
}

func (m *Model) take(msg rowsLoaded) tea.Cmd {
	if !m.rows.Is(msg.seq) || errors.Is(msg.err, context.Canceled) {
		return nil
	}
	m.loaded, m.failed = true, msg.err
	if msg.err != nil {
		return nil
	}
	total := msg.start + len(msg.rows)
	if len(msg.rows) == component.Window {
		total = max(total, m.d.Desk.Stages[domain.StageToSeal])
	} else {
		m.list.Shrink()
	}
	m.list.Set(total, msg.start, msg.rows)
	if m.wanted != "" {
		m.list.Hold(m.wanted)
		m.wanted = ""
	}
	if m.list.Held() != m.doc.no {
		m.moving = false
	}
	return m.moved(0)
}

// Do does an action.
func (m *Model) Do(id keys.ID) (tea.Cmd, bool) {
	defer m.settle()
	if m.moving {
		return nil, m.shift(id)
	}
	switch id {
	case keys.PageDown, keys.PageUp:
		return nil, m.doc.pane.Move(id)
	}
	if m.list.Move(id) {
		return m.moved(rest), true
	}
	switch id {
	case unlock:
		return m.askPIN(), true
	case sealOne:
		return m.askSeal(), true
	case sealMany:
		return m.askMany(), true
	case confirm:
		return m.confirm(), true
	case view:
		m.words = !m.words
		return m.show(m.doc.page, 0), true
	case docNext:
		return m.show(m.doc.page+1, 0), true
	case docPrev:
		return m.show(m.doc.page-1, 0), true
	case toSeal:
		return m.show(0, 0), true
	case move:
		c, _ := m.list.Current()
		m.moving, m.before = true, m.place(c)
		if m.doc.page != m.before.Page {
			return m.show(0, 0), true
		}
	case mark:
		m.list.Mark()
		m.list.Move(keys.Down)
		return m.moved(rest), true
	case markAll:
		var nos []string
		for _, c := range m.list.Rows() {
			nos = append(nos, c.No)
		}
		m.list.MarkAll(nos)
	case open:
		return m.d.Post(page.Go{Kind: page.Contract, No: m.list.Held()}), true
	case copyNo:
		return m.d.CopyOut(m.list.Held()), true
	case keys.Back:
		if len(m.list.Marks()) == 0 {
			return nil, false
		}
		m.list.Unmark()
	default:
		return nil, false
	}
	return nil, true
}

// moved follows the cursor: rows that are not there yet, and the page of another contract.
func (m *Model) moved(after time.Duration) tea.Cmd {
	var cmds []tea.Cmd
	if _, need := m.list.Need(); need && m.loaded && m.failed == nil {
		cmds = append(cmds, m.Load())
	}
	if m.list.Held() != m.doc.no {
		cmds = append(cmds, m.show(0, after))
	}
	return tea.Batch(cmds...)
}
