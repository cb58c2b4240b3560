package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/dialog"
	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/page"
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
		m.section(w.Here, m.said(m.top().Actions(), m.top().Why)), m.section(w.Everywhere, m.global))
	return h
}

func (m *Model) section(title string, table keys.Table) dialog.Section {
	s := dialog.Section{Title: text.Clean(title)}
	for _, a := range table {
		words := text.Clean(a.Long)
		if !a.Enabled() {
			words += "  × " + text.Clean(a.Off)
		}
		s.Lines = append(s.Lines, dialog.HelpLine{Key: a.Label(3), Words: words})
	}
	return s
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
		p.Options = append(p.Options, dialog.Option{
			Label: text.Clean(a.Help().Desc), More: text.Clean(a.Long), Key: a.Label(1), Off: text.Clean(a.Off),
		})
		ids = append(ids, a.ID)
	}
	p.Pick = func(i int) tea.Cmd { return m.do(ids[i]) }
	return p
}
