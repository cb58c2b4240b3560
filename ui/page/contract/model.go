// Package contract is the page of one contract: what it is, what happened to it, who signs, which messages went out
// and which signatures it carries.
package contract

import (
	"slices"

	"github.com/charmbracelet/bubbles/paginator"

	"sealdesk/ui/component"
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
	tabs
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

// listed reports whether the contract was opened from a list.
func (m *Model) listed() bool { return m.at.Page >= 0 }

var _ page.Page = (*Model)(nil)
