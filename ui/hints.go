package ui

import (
	"cmp"
	"slices"

	"campus.example/sealdesk/ui/keys"
)

// hinted are the actions the status line names, the most needed first.
func (m *Model) hinted() keys.Table {
	list := slices.DeleteFunc(m.top().Actions(), func(a keys.Action) bool { return a.Hint == 0 })
	list = m.said(list, m.top().Why)
	for _, a := range m.global {
		if a.Hint > 0 {
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(a, b keys.Action) int { return cmp.Compare(a.Hint, b.Hint) })
	return list
}
