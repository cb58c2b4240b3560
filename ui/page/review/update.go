package review

import (
	"context"
	"errors"
	"image"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/dialog"
	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/picture"
)

// Update takes what was loaded.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	defer m.settle()
	switch msg := msg.(type) {
	case loaded:
		if !m.rows.Is(msg.seq) || errors.Is(msg.err, context.Canceled) {
			return nil
		}
		m.loaded, m.failed = true, msg.err
		if msg.err == nil {
			m.list.Replace(msg.rows)
			if _, still := m.current(); !still {
				m.putDown()
			}
		}
	case claimed:
		if msg.err != nil {
			return tea.Batch(page.Send(m.d.Failure(msg.err)), m.Load())
		}
		return m.claimed(msg.id)
	case photosLoaded:
		if m.desk == nil || !m.desk.asked.Is(msg.seq) {
			return nil
		}
		if msg.err != nil {
			return page.Send(m.d.Failure(msg.err))
		}
		m.desk.photos, m.desk.broken, m.desk.shown = msg.photos, msg.broken, true
	}
	return nil
}

// claimed puts a case on the desk. That it is ours is known already: the next key need not wait for the queue.
func (m *Model) claimed(id string) tea.Cmd {
	name := ""
	for i, c := range m.list.Rows() {
		if c.ID == id {
			name = c.Try.Identity.Name
			m.list.Rows()[i].State, m.list.Rows()[i].By = domain.ReviewClaimed, m.d.Caller.ID
		}
	}
	if m.desk == nil || m.desk.id != id {
		m.take(m.caseOf(id))
	}
	return m.d.Post(page.Changed{Toast: page.Toast{Level: page.Done, Text: m.d.Say(m.d.Words().Acts.Claimed, name)}})
}

// putDown takes the case off the desk and forgets its photos.
func (m *Model) putDown() {
	if m.desk != nil {
		m.desk.asked.Drop()
		m.desk = nil
	}
}

// Press notes which digit is meant.
func (m *Model) Press(id keys.ID, key string) {
	if id == tick && m.desk != nil && len(key) == 1 {
		m.desk.digit = int(key[0] - '1')
	}
}

// Do does an action.
func (m *Model) Do(id keys.ID) (tea.Cmd, bool) {
	defer m.settle()
	c, _ := m.current()
	if m.desk == nil {
		if id == claim {
			if m.mine(c) {
				m.take(c)
				return nil, true
			}
			return m.claim(c.ID), true
		}
		return nil, m.list.Move(id)
	}
	switch id {
	case claim:
		return m.claim(c.ID), true
	case photos:
		if m.desk.shown {
			m.desk.shown, m.desk.photos = false, [2]image.Image{}
			return nil, true
		}
		return m.loadPhotos(c.ID), true
	case tick:
		if i := m.desk.digit; i >= 0 && i < len(m.desk.ticks) {
			m.desk.ticks[i] = !m.desk.ticks[i]
		}
	case approve:
		return m.approve(), true
	case reject:
		return m.reject(), true
	case photo:
		if !enrols(c) {
			m.desk.which = (m.desk.which + 1) % 3
		}
		m.desk.view = picture.Whole()
	case next:
		m.putDown()
		m.list.Move(keys.Down)
	case keys.Back:
		m.putDown()
	default:
		return nil, m.zoom(id)
	}
	return nil, true
}

func (m *Model) zoom(id keys.ID) bool {
	v := &m.desk.view
	switch id {
	case zoomIn:
		*v = v.Scaled(1.5)
	case zoomOut:
		*v = v.Scaled(1 / 1.5)
	case whole:
		*v = picture.Whole()
	case left:
		*v = v.Moved(-0.2, 0)
	case right:
		*v = v.Moved(0.2, 0)
	case up:
		*v = v.Moved(0, -0.2)
	case down:
		*v = v.Moved(0, 0.2)
	default:
		return false
	}
	return true
}

func (m *Model) approve() tea.Cmd {
	c, _ := m.current()
	w, office, by := m.d.Words(), m.d.Office, m.d.Caller
	name := c.Try.Identity.Name
	do := m.d.Act(m.d.Say(w.Acts.Approved, name), func(ctx context.Context) error {
		return office.ApproveReview(ctx, by, c.ID, "")
	})
	return m.d.Post(page.Ask{Dialog: &dialog.Confirm{
		Kit: m.d.Kit(), Title: text.Clean(w.Review.ApproveTitle), Lines: []text.Safe{m.d.Say(w.Review.ApproveText, name)},
		Yes: text.Clean(w.Review.ApproveYes), Do: do,
	}})
}

// reject asks for the reason, then once more with the reason in it.
func (m *Model) reject() tea.Cmd {
	c, _ := m.current()
	w, office, by := m.d.Words(), m.d.Office, m.d.Caller
	name, reasons := c.Try.Identity.Name, domain.ReviewReasons(c.Kind)
	choose := &dialog.Choose{Kit: m.d.Kit(), Title: text.Clean(w.Review.ChooseReason)}
	for _, r := range reasons {
		choose.Options = append(choose.Options, dialog.Option{Label: text.Clean(m.d.Text.Reason(r))})
	}
	choose.Pick = func(i int) tea.Cmd {
		reason := reasons[i]
		do := m.d.Act(m.d.Say(w.Acts.Rejected, name), func(ctx context.Context) error {
			return office.RejectReview(ctx, by, c.ID, reason, "")
		})
		return m.d.Post(page.Ask{Dialog: &dialog.Confirm{
			Kit: m.d.Kit(), Title: text.Clean(w.Review.RejectTitle), Yes: text.Clean(w.Review.RejectYes), Do: do,
			Lines: []text.Safe{
				m.d.Say(w.Review.RejectText, name, m.d.Text.Reason(reason)), text.Clean(m.d.Text.ReasonToSigner(reason)),
			},
		}})
	}
	return m.d.Post(page.Ask{Dialog: choose})
}
