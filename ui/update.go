package ui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/ui/dialog"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
)

// Update takes one message. Keys go by mode: a size too small takes none, work in progress takes its own, then the
// dialog on top, then text that is being typed, then the tables of actions.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.dirty = true
	cmds := []tea.Cmd{m.handle(msg)}
	// What a page opens is open before the next key comes, however fast it was typed.
	for posted := m.d.Posted(); len(posted) > 0; posted = m.d.Posted() {
		for _, p := range posted {
			cmds = append(cmds, m.handle(p))
		}
	}
	m.settle()
	return m, tea.Batch(cmds...)
}

// settle computes what the status line is drawn from.
func (m *Model) settle() {
	var list []key.Binding
	for _, a := range m.hinted() {
		list = append(list, a.Binding)
	}
	m.hints.Set(m.w-2-screen.Width(m.note()...), list)
}

// resize takes a new size of the terminal: what is shown learns its place before it is drawn again.
func (m *Model) resize(w, h int) {
	m.w, m.h = w, h
	for _, p := range m.live() {
		p.Resize(m.body())
	}
	for _, d := range m.dialogs {
		d.Resize(m.body())
	}
}

func (m *Model) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
		return nil
	case tea.KeyMsg:
		return m.key(msg)
	case page.Go:
		return m.open(msg)
	case page.Leave:
		cmd, _ := m.leave()
		return cmd
	case page.Ask:
		m.ask(msg.Dialog)
		return nil
	case page.Toast:
		return m.say(msg)
	case page.Changed:
		return tea.Batch(m.say(msg.Toast), m.reload())
	case page.Work:
		return m.begin(msg)
	case page.Begun:
		return m.await(msg)
	case ended:
		return m.end(msg)
	case takesLong:
		if a, still := m.awaited[msg.id]; still {
			a.long = true
			return m.turn()
		}
		return nil
	case turned:
		m.spinner.Turn()
		m.turning = false
		return m.turn()
	case workStep:
		return m.step(msg)
	case toastOver:
		m.dropToast(msg.id)
		return nil
	case probed:
		return m.seen(msg)
	case deskLoaded:
		return m.takeDesk(msg)
	}
	return m.tell(msg)
}

// tell hands a message to every live page: whoever asked knows its number, the others ignore it.
func (m *Model) tell(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, p := range m.live() {
		cmds = append(cmds, p.Update(msg))
	}
	return tea.Batch(cmds...)
}

func (m *Model) live() []page.Page {
	list := make([]page.Page, 0, len(m.pages)+len(m.above))
	for _, k := range []page.Kind{page.Pipeline, page.Verification, page.Review, page.Sealing} {
		if p, ok := m.pages[k]; ok {
			list = append(list, p)
		}
	}
	return append(list, m.above...)
}

// reload reads the page on top again; the others read again when they come up.
func (m *Model) reload() tea.Cmd {
	for _, p := range m.live() {
		m.stale[p] = true
	}
	p := m.top()
	delete(m.stale, p)
	return tea.Batch(m.loadDesk(), p.Load())
}

// ask opens a dialog.
func (m *Model) ask(d dialog.Dialog) {
	d.Resize(m.body())
	m.dialogs = append(m.dialogs, d)
}
