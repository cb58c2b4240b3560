package pipeline

import (
	"sealdesk/domain"
	"sealdesk/ui/keys"
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
		{ID: push, Keys: []string{"p"}, Hint: 1},
		{ID: seal, Keys: []string{"s"}, Hint: 2},
		{ID: open, Keys: []string{"enter", "right", "l"}, Hint: 3},
		{ID: mark, Keys: []string{"space"}, Hint: 4, Move: true},
		{ID: keys.Filter, Keys: []string{"/"}, Hint: 5},
		{ID: problems, Keys: []string{"w"}, Hint: 8},
		{ID: other, Keys: []string{"a"}, Hint: 9},
		{ID: markAll, Keys: []string{"*"}},
		{ID: markRange, Keys: []string{"V"}},
		{ID: prevStage, Keys: []string{"["}, Move: true},
		{ID: nextStage, Keys: []string{"]"}, Hint: 7, Move: true},
		{ID: nextPane, Keys: []string{"tab", "shift+tab"}},
		{ID: toStages, Keys: []string{"left", "h"}},
		{ID: preview, Keys: []string{"v"}},
		{ID: copyNo, Keys: []string{"y"}},
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
