package sealing

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/keys"
)

// The page's actions.
const (
	unlock   keys.ID = "seal.unlock"
	sealOne  keys.ID = "seal.one"
	sealMany keys.ID = "seal.marked"
	confirm  keys.ID = "seal.confirm"
	view     keys.ID = "seal.view"
	toSeal   keys.ID = "seal.place"
	move     keys.ID = "seal.move"
	docNext  keys.ID = "doc.next"
	docPrev  keys.ID = "doc.previous"
	mark     keys.ID = "mark"
	markAll  keys.ID = "mark_all"
	open     keys.ID = "contract.open"
	copyNo   keys.ID = "copy"

	panLeft   keys.ID = "pan.left"
	panRight  keys.ID = "pan.right"
	panUp     keys.ID = "pan.up"
	panDown   keys.ID = "pan.down"
	farLeft   keys.ID = "seal.far_left"
	farRight  keys.ID = "seal.far_right"
	farUp     keys.ID = "seal.far_up"
	farDown   keys.ID = "seal.far_down"
	keepPlace keys.ID = "seal.keep"
)

// Actions is the page's table; another one while the seal is moved.
func (m *Model) Actions() keys.Table {
	if m.moving {
		return keys.Table{
			{ID: keepPlace, Binding: keys.On("enter"), Hint: 1},
			{ID: panLeft, Binding: keys.On("left", "h"), Move: true},
			{ID: panRight, Binding: keys.On("right", "l"), Move: true},
			{ID: panUp, Binding: keys.On("up", "k"), Move: true},
			{ID: panDown, Binding: keys.On("down", "j"), Move: true},
			{ID: farLeft, Binding: keys.On("shift+left", "H"), Move: true},
			{ID: farRight, Binding: keys.On("shift+right", "L"), Move: true},
			{ID: farUp, Binding: keys.On("shift+up", "K"), Move: true},
			{ID: farDown, Binding: keys.On("shift+down", "J"), Move: true},
		}
	}
	return append(keys.Table{
		{ID: unlock, Binding: keys.On("u"), Hint: 1},
		{ID: sealOne, Binding: keys.On("s"), Hint: 2},
		{ID: mark, Binding: keys.On("space"), Hint: 3, Move: true},
		{ID: sealMany, Binding: keys.On("S"), Hint: 4},
		{ID: confirm, Binding: keys.On("c")},
		{ID: view, Binding: keys.On("v"), Hint: 7},
		{ID: docNext, Binding: keys.On("]"), Hint: 8},
		{ID: docPrev, Binding: keys.On("[")},
		{ID: toSeal, Binding: keys.On("z")},
		{ID: move, Binding: keys.On("m"), Hint: 10},
		{ID: markAll, Binding: keys.On("*")},
		{ID: open, Binding: keys.On("enter", "right", "l")},
		{ID: copyNo, Binding: keys.On("y")},
	}, keys.Lists()...)
}

// Why tells why an action cannot be done now.
func (m *Model) Why(id keys.ID) string {
	w := m.d.Words().Why
	c, found := m.list.Current()
	switch id {
	case unlock:
		switch {
		case m.d.May(domain.RightSeal) != "":
			return m.d.May(domain.RightSeal)
		case m.d.Unlock == nil:
			return w.NoUnlock
		case m.d.Desk.Unlocked:
			return w.AlreadyUnlocked
		}
		return ""
	case confirm:
		switch {
		case m.d.May(domain.RightSeal) != "":
			return m.d.May(domain.RightSeal)
		case !found:
			return w.NothingChosen
		case !c.WantsSecond(m.d.Desk.SecondFrom):
			return w.NoSecond
		}
		return ""
	case sealOne, sealMany:
		return m.whySeal(id, found)
	case view, docNext, docPrev, toSeal, move, mark, markAll, open, copyNo:
		if !found {
			return w.NothingChosen
		}
	}
	switch {
	case (id == view || id == docNext || id == docPrev || id == toSeal) && m.d.Pictures == nil:
		return w.NoPictures
	case id == docNext && m.doc.page >= c.Pages:
		return w.LastPage
	case id == docPrev && m.doc.page <= 1:
		return w.FirstPage
	case (id == move || id == toSeal) && m.place(c).W == 0:
		return w.NoPlace
	}
	return ""
}

func (m *Model) whySeal(id keys.ID, found bool) string {
	w := m.d.Words().Why
	switch {
	case m.d.May(domain.RightSeal) != "":
		return m.d.May(domain.RightSeal)
	case id == sealOne && !found:
		return w.NothingChosen
	case id == sealMany && len(m.list.Marks()) == 0:
		return w.NothingMarked
	case m.d.SealNow == nil:
		return w.NoUnlock
	case !m.d.Desk.Unlocked:
		return w.KeyLocked
	}
	return ""
}
