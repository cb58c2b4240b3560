package contract

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/keys"
)

// The page's actions.
const (
	push     keys.ID = "contract.push"
	seal     keys.ID = "contract.to_seal"
	nextTab  keys.ID = "tab.next"
	prevTab  keys.ID = "tab.previous"
	next     keys.ID = "sibling.next"
	previous keys.ID = "sibling.previous"
	copyNo   keys.ID = "copy"
	other    keys.ID = "contract.acts"
)

// Actions is the page's table.
func (m *Model) Actions() keys.Table {
	return append(keys.Table{
		{ID: push, Binding: keys.On("p"), Hint: 1},
		{ID: seal, Binding: keys.On("s"), Hint: 2},
		{ID: nextTab, Binding: keys.On("tab", "right", "l"), Hint: 3, Move: true},
		{ID: prevTab, Binding: keys.On("shift+tab", "left", "h"), Move: true},
		{ID: next, Binding: keys.On("]"), Hint: 4, Move: true},
		{ID: previous, Binding: keys.On("["), Hint: 5, Move: true},
		{ID: other, Binding: keys.On("a"), Hint: 9},
		{ID: copyNo, Binding: keys.On("y"), Hint: 7},
	}, keys.Lists()...)
}

// Why tells why an action cannot be done now.
func (m *Model) Why(id keys.ID) string {
	w, c := m.d.Words().Why, m.dossier.Contract
	switch id {
	case push:
		return m.d.WhyNotPush(c, m.ready())
	case seal:
		switch {
		case m.d.May(domain.RightSeal) != "":
			return m.d.May(domain.RightSeal)
		case !m.ready():
			return w.NothingChosen
		case c.Stage != domain.StageToSeal:
			return m.d.Text.Fill(w.NotToSeal, c.Stage)
		}
	case other:
		return m.d.WhyNoActs(m.ready())
	case next:
		if !m.listed() || m.at.OnLastPage() {
			return w.NoSibling
		}
	case previous:
		if !m.listed() || m.at.OnFirstPage() {
			return w.NoSibling
		}
	}
	return ""
}
