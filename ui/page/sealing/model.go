// Package sealing is the seal desk: the contracts that wait for the contract seal, the page the seal will stand on,
// and the seal itself. Nothing is sealed without the unlocked key and a question that names the contract.
package sealing

import (
	"image"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/picture"
)

// Model is the page.
type Model struct {
	d      *page.Deps
	list   component.List[domain.Contract]
	rows   page.Latest
	loaded bool
	failed error
	wanted string // the contract to put the cursor on when it is loaded
	places map[string]domain.Place

	doc    document
	words  bool // the text view instead of the picture
	moving bool
	before domain.Place // where the seal stood before it was moved
	width  int          // cells of the place for the document
	height int
}

// document is the page of a contract that is shown.
type document struct {
	no    string
	page  int
	asked page.Latest
	text  page.TextPage
	cols  int
	img   image.Image
	cells *picture.Cells // the picture for its place
	ring  domain.Place   // where the seal stands in cells
	pane  component.Pane // the words
	laid  int            // rows of words in the pane, 0 before they are laid out
	err   error
	ready bool
}

// New makes the page.
func New(d *page.Deps) *Model {
	m := &Model{d: d, places: map[string]domain.Place{}, doc: document{pane: component.NewPane(d.Theme)}}
	m.list.Key = func(c domain.Contract) string { return c.No }
	return m
}

// Hold puts the cursor on a contract.
func (m *Model) Hold(no string) {
	m.wanted = no
	m.list.Hold(no)
}

// place is where the seal of a contract will stand.
func (m *Model) place(c domain.Contract) domain.Place {
	if p, moved := m.places[c.No]; moved {
		return p
	}
	return c.SealPlace
}

// chosen returns the centre that was chosen for the seal; nil leaves the seal where the office puts it.
func (m *Model) chosen(no string) *domain.Spot {
	if p, moved := m.places[no]; moved {
		return &domain.Spot{Page: p.Page, X: p.X + p.W/2, Y: p.Y + p.H/2}
	}
	return nil
}

var _ page.Page = (*Model)(nil)
