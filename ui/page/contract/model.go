// Package contract is the page of one contract: what it is, what happened to it, who signs, which messages went out
// and which signatures it carries.
package contract

import (
	"slices"

	"sealdesk/domain"
	"sealdesk/ui/page"
	"sealdesk/ui/screen"
)

// tab is one side of a contract.
type tab int

const (
	overview tab = iota
	timeline
	signers
	messages
	signatures
	differences // only of a contract that waits for a person's decision
)

// Model is the page.
type Model struct {
	d        *page.Deps
	no       string
	siblings []string // the numbers of the list it was opened from
	tab      tab
	asked    page.Latest
	dossier  page.Dossier
	compared page.Latest
	against  quarantine
	scroll   int
	rows     int // lines of content in the last frame
	height   int
	long     screen.Canvas // all of one side, of which a window is shown
}

// New makes the page of one contract.
func New(d *page.Deps, no string, siblings []string) *Model {
	return &Model{d: d, no: no, siblings: siblings}
}

// ready tells whether the contract was loaded.
func (m *Model) ready() bool { return m.dossier.No == m.no && m.dossier.Err == nil }

// inQuarantine tells whether the contract waits for a person's decision.
func (m *Model) inQuarantine() bool {
	c := m.dossier.Contract
	return m.ready() && (c.Doubted() || c.Stage == domain.StageQuarantined)
}

// tabs is how many sides the contract has.
func (m *Model) tabs() tab {
	if m.inQuarantine() {
		return differences + 1
	}
	return differences
}

// sibling is the number so many places away in the list, "" when there is none.
func (m *Model) sibling(by int) string {
	i := slices.Index(m.siblings, m.no)
	if i < 0 || i+by < 0 || i+by >= len(m.siblings) {
		return ""
	}
	return m.siblings[i+by]
}

var _ page.Page = (*Model)(nil)
