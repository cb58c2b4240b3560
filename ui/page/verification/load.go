package verification

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/workflow/query"
)

type loaded struct {
	seq  uint64
	rows []query.QueuedVerification
	err  error
}

// most is how many tries the page shows: more than an office has in a day.
const most = 500

// Load loads the queue.
func (m *Model) Load() tea.Cmd {
	ctx, seq := m.rows.Next(m.d)
	office, by := m.d.Office, m.d.Caller
	f := domain.VerificationFilter{Since: m.d.Now().Add(-24 * time.Hour), Limit: most}
	if !m.recent {
		f.States = running()
	}
	load := func() tea.Msg {
		rows, err := office.VerificationQueue(ctx, by, f)
		return loaded{seq, rows, err}
	}
	if m.loaded {
		return load
	}
	return m.d.Reading(load, func() bool { return m.rows.Is(seq) })
}

// narrow shows what fits the filter.
func (m *Model) narrow() {
	want := strings.ToLower(m.filter.Value())
	var rows []query.QueuedVerification
	for _, v := range m.all {
		if !m.recent && settled(m.d, v) {
			continue
		}
		hay := strings.ToLower(name(v) + " " + v.Signer.Phone.Masked() + " " + v.Contract.No + " " + v.Contract.Title + " " + v.ID)
		if want == "" || strings.Contains(hay, want) {
			rows = append(rows, v)
		}
	}
	m.list.Replace(rows)
}

var _ page.Page = (*Model)(nil)
