package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/dialog"
	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/page"
)

// key finds who a key is for.
func (m *Model) key(msg tea.KeyMsg) tea.Cmd {
	if msg.Type == tea.KeyCtrlC {
		return tea.Quit
	}
	if m.tooSmall() {
		return nil
	}
	if m.work != nil {
		return m.workKey(msg)
	}
	if n := len(m.dialogs); n > 0 {
		top := m.dialogs[n-1]
		done, cmd := top.Key(msg)
		if done {
			m.dialogs = m.dialogs[:n-1]
		}
		return cmd
	}
	if p, ok := m.top().(page.Typing); ok && p.Reading() {
		return p.Type(msg)
	}
	if msg.Type == tea.KeyRunes && len(msg.Runes) > 1 {
		return m.several(msg)
	}
	return m.press(keys.Name(msg))
}

// several does what several characters in one message ask for. A held key arrives like that, and so may a word of an
// input method: moving about is done, acting is not.
func (m *Model) several(msg tea.KeyMsg) tea.Cmd {
	if msg.Paste || msg.Alt {
		return nil
	}
	var cmds []tea.Cmd
	for _, r := range msg.Runes {
		if a, ok := m.find(keys.Rune(r)); ok && a.Move {
			cmds = append(cmds, m.do(a.ID))
		}
	}
	return tea.Batch(cmds...)
}

func (m *Model) press(key string) tea.Cmd {
	a, ok := m.find(key)
	if key == "" || !ok {
		return nil
	}
	if key == "esc" && m.dropFailures() {
		return nil
	}
	if p, wants := m.top().(page.Pressed); wants {
		p.Press(a.ID, key)
	}
	return m.do(a.ID)
}

// do does an action, or says why it cannot be done.
func (m *Model) do(id keys.ID) tea.Cmd {
	if why := m.why(id); why != "" {
		return m.say(page.Toast{Level: page.Info, Text: text.Clean(why)})
	}
	if cmd, handled := m.top().Do(id); handled {
		return cmd
	}
	switch id {
	case keys.Help:
		m.ask(m.help())
	case keys.Palette:
		m.ask(m.palette())
	case keys.Pipeline:
		return m.open(page.Go{Kind: page.Pipeline})
	case keys.Verify:
		return m.open(page.Go{Kind: page.Verification})
	case keys.Review:
		return m.open(page.Go{Kind: page.Review})
	case keys.Sealing:
		return m.open(page.Go{Kind: page.Sealing})
	case keys.Refresh:
		return m.reload()
	case keys.Redraw:
		return tea.ClearScreen
	case keys.Back:
		cmd, _ := m.leave()
		return cmd
	case keys.Leave:
		cmd, left := m.leave()
		if !left {
			m.ask(m.quit())
		}
		return cmd
	}
	return nil
}

// why tells why an action cannot be done now, "" when it can. It is asked anew before each act: of several characters that
// arrive at once, the first may have changed what the second can do.
func (m *Model) why(id keys.ID) string {
	for _, a := range m.global {
		if a.ID == id {
			return ""
		}
	}
	return m.top().Why(id)
}

func (m *Model) quit() dialog.Dialog {
	w := m.d.Words().Dialogs
	return &dialog.Confirm{
		Kit: m.d.Kit(), Title: text.Clean(w.QuitTitle), Lines: []text.Safe{text.Clean(w.QuitText)},
		Yes: text.Clean(w.QuitYes), Do: tea.Quit,
	}
}
