package review

import (
	"image"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/picture"
	"campus.example/sealdesk/workflow/query"
)

type loaded struct {
	seq  uint64
	rows []query.ReviewCase
	err  error
}

type photosLoaded struct {
	seq    uint64
	photos [2]image.Image
	broken [2]bool
	err    error
}

type claimed struct {
	id  string
	err error
}

const most = 500

// Load loads the queue.
func (m *Model) Load() tea.Cmd {
	ctx, seq := m.rows.Next(m.d)
	office, by := m.d.Office, m.d.Caller
	load := func() tea.Msg {
		rows, err := office.ReviewQueue(ctx, by, waiting(), most)
		return loaded{seq, rows, err}
	}
	if m.loaded {
		return load
	}
	return m.d.Reading(load, func() bool { return m.rows.Is(seq) })
}

// loadPhotos asks for the photos, which the office records, and unpacks them away from the screen.
func (m *Model) loadPhotos(id string) tea.Cmd {
	ctx, seq := m.desk.asked.Next(m.d)
	office, by := m.d.Office, m.d.Caller
	return page.Awaited(func() tea.Msg {
		got, err := office.ReviewPhotos(ctx, by, id)
		out := photosLoaded{seq: seq, err: err}
		if err != nil {
			return out
		}
		for i, b := range [][]byte{got.Front, got.Held} {
			var errDecode error
			out.photos[i], errDecode = picture.Decode(b)
			out.broken[i] = errDecode != nil
		}
		return out
	})
}

func (m *Model) claim(id string) tea.Cmd {
	ctx, office, by := m.d.Ctx, m.d.Office, m.d.Caller
	return page.Awaited(func() tea.Msg { return claimed{id, office.ClaimReview(ctx, by, id)} })
}

var _ page.Page = (*Model)(nil)
