package ui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"sealdesk/text"
	"sealdesk/ui/dialog"
	"sealdesk/ui/keys"
	"sealdesk/ui/page"
)

// help is made from the tables: what has a key has a line.
func (m *Model) help() dialog.Dialog {
	w := m.d.Words()
	h := &dialog.Help{Kit: m.d.Kit(), Title: text.Clean(w.Dialogs.Help)}
	if m.o.Tour && m.kind == page.Pipeline && len(m.above) == 0 {
		tour := dialog.Section{Title: text.Clean(w.TourTitle)}
		for _, s := range w.Tour {
			tour.Lines = append(tour.Lines, dialog.HelpLine{Key: text.Clean(s.Key), Words: m.d.Say(s.Words, m.o.TourPIN)})
		}
		h.Sections = append(h.Sections, tour)
	}
	h.Sections = append(h.Sections,
		m.section(w.Here, m.top().Actions()), m.section(w.Everywhere, keys.Global()))
	return h
}

func (m *Model) section(title string, table keys.Table) dialog.Section {
	s := dialog.Section{Title: text.Clean(title)}
	for _, a := range table {
		words := text.Clean(m.d.Words().Actions[string(a.ID)].Help)
		if why := m.why(a.ID); why != "" {
			words += "  × " + text.Clean(why)
		}
		s.Lines = append(s.Lines, dialog.HelpLine{Key: shown(a, 3), Words: words})
	}
	return s
}

// shown writes up to n keys of an action.
func shown(a keys.Action, n int) text.Safe {
	if last := len(a.Keys) - 1; last > 1 && a.Keys[0] == "1" && len(a.Keys[last]) == 1 {
		return text.Clean("1–" + a.Keys[last])
	}
	var names []string
	for _, k := range a.Keys[:min(n, len(a.Keys))] {
		names = append(names, keys.Shown(k))
	}
	return text.Clean(strings.Join(names, " "))
}

// palette lists every action with its key and, when it cannot run, why.
func (m *Model) palette() dialog.Dialog {
	w := m.d.Words()
	p := &dialog.Choose{Kit: m.d.Kit(), Title: text.Clean(w.Dialogs.Palette), Search: true}
	var ids []keys.ID
	for _, a := range m.actions() {
		if a.Move || a.Many || a.ID == keys.Palette {
			continue
		}
		words := w.Actions[string(a.ID)]
		p.Options = append(p.Options, dialog.Option{
			Label: text.Clean(words.Name), More: text.Clean(words.Help), Key: shown(a, 1), Off: text.Clean(m.why(a.ID)),
		})
		ids = append(ids, a.ID)
	}
	p.Pick = func(i int) tea.Cmd { return m.do(ids[i]) }
	return p
}
