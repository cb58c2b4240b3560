package pipeline

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/keys"
)

// The page's actions.
const (
	open      keys.ID = "contract.open"
	push      keys.ID = "contract.push"
	seal      keys.ID = "contract.to_seal"
	mark      keys.ID = "mark"
	markRange keys.ID = "mark_range"
	markAll   keys.ID = "mark_all"
	nextPane  keys.ID = "pane.next"
	toStages  keys.ID = "pane.left"
	prevStage keys.ID = "stage.previous"
	nextStage keys.ID = "stage.next"
	problems  keys.ID = "problems"
	preview   keys.ID = "preview"
	copyNo    keys.ID = "copy"
	other     keys.ID = "contract.acts"
)

// Actions is the page's table.
func (m *Model) Actions() keys.Table {
	return append(keys.Table{
		{ID: push, Binding: keys.On("p"), Hint: 1},
		{ID: seal, Binding: keys.On("s"), Hint: 2},
		{ID: open, Binding: keys.On("enter", "right", "l"), Hint: 3},
		{ID: mark, Binding: keys.On("space"), Hint: 4, Move: true},
		{ID: keys.Filter, Binding: keys.On("/"), Hint: 5},
		{ID: problems, Binding: keys.On("w"), Hint: 8},
		{ID: other, Binding: keys.On("a"), Hint: 9},
		{ID: markAll, Binding: keys.On("*")},
		{ID: markRange, Binding: keys.On("V")},
		{ID: prevStage, Binding: keys.On("["), Move: true},
		{ID: nextStage, Binding: keys.On("]"), Hint: 7, Move: true},
		{ID: nextPane, Binding: keys.On("tab", "shift+tab")},
		{ID: toStages, Binding: keys.On("left", "h")},
		{ID: preview, Binding: keys.On("v")},
		{ID: copyNo, Binding: keys.On("y")},
	}, keys.Lists()...)
}

// Why tells why an action cannot be done now.
func (m *Model) Why(id keys.ID) string {
	w := m.d.Words().Why
	c, found := m.list.Current()
	marked := len(m.list.Marks()) > 0
	switch id {
	case push:
		if marked {
			return m.d.May(domain.RightPush)
		}
		return m.d.WhyNotPush(c, found)
	case seal:
		if why := m.d.May(domain.RightSeal); why != "" {
			return why
		}
		if !found {
			return w.NothingChosen
		}
		if c.Stage != domain.StageToSeal {
			return m.d.Text.Fill(w.NotToSeal, c.Stage)
		}
	case other:
		return m.d.WhyNoActs(found)
	case open:
		if m.focus == listPane && !found {
			return w.NothingChosen
		}
	case mark, markRange, markAll, copyNo:
		if !found {
			return w.NothingChosen
		}
	case preview:
		if !m.wide && !m.noPreview {
			return w.NeedsWidth
		}
	}
	return ""
}
