package sealing

import (
	"context"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/dialog"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
)

// unlocked says that the seal key is open.
type unlocked struct{}

// askPIN asks for the PIN of the seal key.
func (m *Model) askPIN() tea.Cmd {
	ctx, w, try := m.d.Ctx, m.d.Words(), m.d.Unlock
	return m.d.Post(page.Ask{Dialog: &dialog.Secret{
		Kit: m.d.Kit(), Title: text.Clean(w.Sealing.UnlockTitle), Lines: []text.Safe{text.Clean(w.Sealing.UnlockText)},
		Do: func(pin []byte) tea.Cmd {
			return page.Awaited(func() tea.Msg {
				if err := try(ctx, pin); err != nil {
					return m.d.Failure(err)
				}
				return unlocked{}
			})
		},
	}})
}

// askSeal asks before one seal.
func (m *Model) askSeal() tea.Cmd {
	c, _ := m.list.Current()
	w, seal, at := m.d.Words(), m.d.SealNow, m.chosen(c.No)
	return m.d.Post(page.Ask{Dialog: &dialog.Confirm{
		Kit: m.d.Kit(), Title: m.d.Say(w.Sealing.SealTitle, c.No), Yes: text.Clean(w.Sealing.SealYes),
		Lines: []text.Safe{m.d.Say(w.Sealing.SealText, c.No, c.Title, c.B.Name)},
		Do: m.d.Act(m.d.Say(w.Acts.Sealed, c.No), func(ctx context.Context) error {
			return seal(ctx, c.No, at)
		}),
	}})
}

// confirm says that the contract may be sealed by another sealer (G13).
func (m *Model) confirm() tea.Cmd {
	c, _ := m.list.Current()
	office, by := m.d.Office, m.d.Caller
	return m.d.Act(m.d.Say(m.d.Words().Acts.Confirmed, c.No), func(ctx context.Context) error {
		return office.Confirm(ctx, by, c.No)
	})
}

// second says whether the contract waits for a second sealer, or who it was.
func (m *Model) second(c domain.Contract) screen.Span {
	w, t := m.d.Words().Sealing, m.d.Theme
	switch {
	case !c.WantsSecond(m.d.Desk.SecondFrom):
		return page.Span("", t.Text)
	case c.Confirmed == "":
		return page.Span("○ "+text.Clean(w.SecondMissing)+" · ", t.Warn)
	}
	return page.Span("✓ "+m.d.Say(w.SecondThere, c.Confirmed)+" · ", t.Good)
}

// askMany asks before several seals, and for their number to be typed.
func (m *Model) askMany() tea.Cmd {
	nos := m.list.Marks()
	w, seal := m.d.Words(), m.d.SealNow
	at := make(map[string]*domain.Spot, len(nos)) // as it is now: the work runs beside the screen
	for _, no := range nos {
		at[no] = m.chosen(no)
	}
	work := page.Work{
		Title: text.Clean(w.Sealing.Sealing), Items: nos, Done: w.Sealing.SealDone,
		Do: func(ctx context.Context, no string) error { return seal(ctx, no, at[no]) },
	}
	return m.d.Post(page.Ask{Dialog: &dialog.Confirm{
		Kit: m.d.Kit(), Title: m.d.Say(w.Sealing.ManyTitle, len(nos)), Yes: text.Clean(w.Sealing.SealYes),
		Lines: []text.Safe{m.d.Say(w.Sealing.ManyText, len(nos))}, Word: strconv.Itoa(len(nos)),
		Do: func() tea.Msg { return work },
	}})
}
