package ui

import (
	"cmp"
	"slices"

	"sealdesk/ui/keys"
)

// hints are the actions the status line names, the most needed first.
func (m *Model) hints() keys.Table {
	var list keys.Table
	for _, a := range m.actions() {
		if a.Hint > 0 {
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(a, b keys.Action) int { return cmp.Compare(a.Hint, b.Hint) })
	return list
}
