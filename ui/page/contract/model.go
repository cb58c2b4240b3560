// Package contract is the page of one contract: what it is, what happened to it, who signs, which messages went out
// and which signatures it carries.
package contract

import (
	"slices"

	"github.com/charmbracelet/bubbles/paginator"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
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
	siblings []string        // the numbers of the list it was opened from
	at       paginator.Model // the contract's place among them
	tab      tab
	asked    page.Latest
	dossier  page.Dossier
	compared page.Latest
	against  quarantine
	place    screen.Rect
	long     screen.Canvas  // all of one side
	pane     component.Pane // what is seen of it
}

// New makes the page of one contract.
func New(d *page.Deps, no string, siblings []string) *Model {
	m := &Model{d: d, no: no, siblings: siblings, pane: component.NewPane(d.Theme)}
	m.at = paginator.New(paginator.WithTotalPages(len(siblings)))
	m.at.Page = slices.Index(siblings, no)
	return m
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

// listed reports whether the contract was opened from a list.
func (m *Model) listed() bool { return m.at.Page >= 0 }

var _ page.Page = (*Model)(nil)
