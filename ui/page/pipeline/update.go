package pipeline

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
	case rowsLoaded:
		return m.take(msg)
	case rested:
		if m.look.Is(msg.seq) {
			return m.lookUp(msg.seq, msg.no)
		}
	case dossierLoaded:
		if m.look.Is(msg.seq) {
			m.dossier = msg.dossier
		}
	case allNumbers:
		if m.rows.Is(msg.seq) {
			m.list.MarkAll(msg.nos)
		}
	case page.Worked:
		if len(msg.Items) > 0 {
			m.list.Unmark(msg.Items...)
		}
	case page.DeskRead:
		if m.loaded && !m.narrowed() && m.list.Total() > 0 {
			m.list.Grow(m.count(m.group))
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
	m.list.Set(m.total(msg.start, len(msg.rows)), msg.start, msg.rows)
	return m.moved(0)
}

// moved follows the cursor: rows that are not there yet, and the preview of another contract.
func (m *Model) moved(steps int) tea.Cmd {
	var cmds []tea.Cmd
	if _, need := m.list.Need(); need && m.loaded {
		cmds = append(cmds, m.loadRows())
	}
	if held := m.list.Held(); held != "" && held != m.dossier.No {
		if steps == 0 {
			cmds = append(cmds, m.preview(0))
		} else {
			cmds = append(cmds, m.preview(rest))
		}
	}
	return tea.Batch(cmds...)
}

// Do does an action.
func (m *Model) Do(id keys.ID) (tea.Cmd, bool) {
	if m.focus == stagesPane {
		switch id {
		case keys.Up:
			return m.choose(m.group - 1), true
		case keys.Down:
			return m.choose(m.group + 1), true
		case open:
			m.focus = listPane
			return nil, true
		}
	} else if m.list.Move(id) {
		return m.moved(1), true
	}
	switch id {
	case push:
		nos := m.chosen()
		if len(nos) == 1 {
			m.list.Unmark()
		}
		return m.d.Push(nos), true
	case seal:
		c, _ := m.list.Current()
		return m.d.Post(page.Go{Kind: page.Sealing, No: c.No}), true
	case open:
		return m.open(), true
	case mark:
		m.list.Mark()
		m.list.Move(keys.Down)
		return m.moved(1), true
	case markRange:
		m.list.MarkRange()
	case markAll:
		return m.loadNumbers(), true
	case prevStage:
		return m.choose(m.group - 1), true
	case nextStage:
		return m.choose(m.group + 1), true
	case nextPane:
		m.focus = listPane + stagesPane - m.focus
	case toStages:
		m.focus = stagesPane
	case problems:
		m.problems = !m.problems
		return m.renew(), true
	case preview:
		m.noPreview = !m.noPreview
	case other:
		c, _ := m.list.Current()
		return m.d.Acts(c), true
	case copyNo:
		return m.d.CopyOut(m.list.Held()), true
	case keys.Filter:
		m.reading = true
	case keys.Back:
		return m.back()
	default:
		return nil, false
	}
	return nil, true
}

// back undoes the last thing that narrows the view: marks, then the filter.
func (m *Model) back() (tea.Cmd, bool) {
	switch {
	case len(m.list.Marks()) > 0:
		m.list.Unmark()
	case m.narrowed():
		m.filter.Set("")
		m.problems = false
		return m.renew(), true
	case m.focus == stagesPane:
		m.focus = listPane
	default:
		return nil, false
	}
	return nil, true
}

func (m *Model) open() tea.Cmd {
	var siblings []string
	for _, c := range m.list.Rows() {
		siblings = append(siblings, c.No)
	}
	return m.d.Post(page.Go{Kind: page.Contract, No: m.list.Held(), Siblings: siblings})
}

func (m *Model) choose(group int) tea.Cmd {
	group = max(0, min(group, len(groups())-1))
	if group == m.group {
		return nil
	}
	m.group = group
	m.list.Unmark()
	return m.renew()
}

// renew loads another list.
func (m *Model) renew() tea.Cmd {
	m.list.Clear()
	m.loaded, m.failed, m.dossier = false, nil, page.Dossier{}
	m.look.Drop()
	return m.loadRows()
}

// Reading tells whether the filter is being typed.
func (m *Model) Reading() bool { return m.reading }

// Type edits the filter; enter keeps it, esc clears it.
func (m *Model) Type(msg tea.KeyMsg) tea.Cmd {
	switch keys.Name(msg) {
	case "enter", "down":
		m.reading = false
		return nil
	case "esc":
		m.reading = false
		if m.filter.Value() == "" {
			return nil
		}
		m.filter.Set("")
		return m.renew()
	}
	if m.filter.Key(msg) {
		return m.renew()
	}
	return nil
}
