package sealing

import (
	"context"
	"image"
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

type rested struct{ seq uint64 }

type pageLoaded struct {
	seq  uint64
	text page.TextPage
	cols int
	img  image.Image
	err  error
}

const (
	rest = 80 * time.Millisecond
	// sharp is how many pixels wide a page is painted before it is brought to cells.
	sharp = 640
	// pageTime bounds the painting of one page.
	pageTime = 20 * time.Second
)

// Load loads the contracts that wait for the seal.
func (m *Model) Load() tea.Cmd {
	ctx, seq := m.rows.Next(m.d)
	office, by := m.d.Office, m.d.Caller
	f := domain.ContractFilter{
		Stages: []domain.Stage{domain.StageToSeal}, Offset: m.list.WindowStart(), Limit: component.Window,
	}
	load := func() tea.Msg {
		rows, err := office.Contracts(ctx, by, f)
		return rowsLoaded{seq, f.Offset, rows, err}
	}
	if m.loaded {
		return load
	}
	return m.d.Reading(load, func() bool { return m.rows.Is(seq) })
}

// show begins to load a page of the contract under the cursor, the one with the seal when page is 0.
func (m *Model) show(page int, after time.Duration) tea.Cmd {
	c, ok := m.list.Current()
	if !ok {
		m.doc.asked.Drop()
		m.doc.no = ""
		return nil
	}
	if page == 0 {
		page = max(1, m.place(c).Page)
	}
	m.doc.no, m.doc.page, m.doc.ready, m.doc.err = c.No, page, false, nil
	m.doc.img, m.doc.cells, m.doc.laid = nil, nil, 0
	m.doc.pane.ScrollTo(0)
	if m.d.Pictures == nil {
		return nil
	}
	_, seq := m.doc.asked.Next(m.d)
	if after == 0 {
		return m.fetch(seq)
	}
	return m.d.After(after, rested{seq})
}

func (m *Model) fetch(seq uint64) tea.Cmd {
	parent, pictures := m.d.Ctx, m.d.Pictures
	no, number, cols, words := m.doc.no, m.doc.page, max(20, m.width), m.words
	return m.d.Reading(func() tea.Msg {
		ctx, stop := context.WithTimeout(parent, pageTime)
		defer stop()
		out := pageLoaded{seq: seq, cols: cols}
		// The words tell the size of the page too, which the seal's frame on the picture needs.
		out.text, out.err = pictures.TextView(ctx, no, number, cols)
		if words {
			return out
		}
		out.img, out.err = pictures.Render(ctx, no, number, sharp)
		return out
	}, func() bool { return m.doc.asked.Is(seq) })
}
