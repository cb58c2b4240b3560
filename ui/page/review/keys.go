package review

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/keys"
)

// The page's actions.
const (
	claim   keys.ID = "review.claim"
	photos  keys.ID = "review.photos"
	approve keys.ID = "review.approve"
	reject  keys.ID = "review.reject"
	tick    keys.ID = "review.tick"
	photo   keys.ID = "review.photo"
	next    keys.ID = "case.next"
	zoomIn  keys.ID = "zoom.in"
	zoomOut keys.ID = "zoom.out"
	whole   keys.ID = "zoom.reset"
	left    keys.ID = "pan.left"
	right   keys.ID = "pan.right"
	up      keys.ID = "pan.up"
	down    keys.ID = "pan.down"
)

// Actions is the page's table: that of the queue, or that of the case on the desk, where digits tick.
func (m *Model) Actions() keys.Table {
	if m.desk == nil {
		return append(keys.Table{{ID: claim, Binding: keys.On("c", "enter"), Hint: 1}}, keys.Lists()...)
	}
	table := keys.Table{
		{ID: photos, Binding: keys.On("v"), Hint: 2},
		{ID: approve, Binding: keys.On("a"), Hint: 4},
		{ID: reject, Binding: keys.On("x"), Hint: 5},
		{ID: claim, Binding: keys.On("c"), Hint: 1},
		{ID: photo, Binding: keys.On("tab"), Hint: 7},
		{ID: zoomIn, Binding: keys.On("+", "="), Hint: 8, Move: true},
		{ID: zoomOut, Binding: keys.On("-"), Move: true},
		{ID: whole, Binding: keys.On("0")},
		{ID: left, Binding: keys.On("left", "h"), Move: true},
		{ID: right, Binding: keys.On("right", "l"), Move: true},
		{ID: up, Binding: keys.On("up", "k"), Move: true},
		{ID: down, Binding: keys.On("down", "j"), Move: true},
		{ID: next, Binding: keys.On("n")},
	}
	var digits []string
	for i := range m.desk.ticks {
		digits = append(digits, string(rune('1'+i)))
	}
	return append(keys.Table{{ID: tick, Binding: keys.On(digits...), Hint: 3, Many: true}}, table...)
}

// Why tells why an action cannot be done now.
func (m *Model) Why(id keys.ID) string {
	w := m.d.Words().Why
	switch id {
	case claim, photos, approve, reject, tick:
		if why := m.d.May(domain.RightReview); why != "" {
			return why
		}
		c, found := m.current()
		if !found {
			return w.NothingChosen
		}
		if c.State == domain.ReviewClaimed && c.By != m.d.Caller.ID {
			return m.d.Text.Fill(w.TakenBy, c.By)
		}
		if id == claim {
			if m.desk != nil && m.mine(c) {
				return m.d.Text.Fill(w.TakenBy, c.By)
			}
			return ""
		}
		if !m.mine(c) {
			return w.ClaimFirst
		}
		return m.whyDecide(id)
	case zoomIn, zoomOut, whole, left, right, up, down, photo:
		if !m.desk.shown {
			return w.PhotosFirst
		}
	}
	return ""
}

func (m *Model) whyDecide(id keys.ID) string {
	w := m.d.Words().Why
	switch {
	case id == photos:
		return ""
	case !m.desk.shown:
		return w.PhotosFirst
	case id == approve && m.ticked() < len(m.desk.ticks):
		return m.d.Text.Fill(w.TickAll, m.ticked(), len(m.desk.ticks))
	}
	return ""
}
