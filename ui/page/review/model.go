// Package review is the desk of manual reviews: the queue by deadline, and one case with its two photos, what the
// signer stated and the checklist. A photo is shown only after a key that asks for it, and the look is an event.
package review

import (
	"image"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/picture"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/workflow/query"
)

// Model is the page.
type Model struct {
	d      *page.Deps
	list   component.List[query.ReviewCase]
	rows   page.Latest
	loaded bool
	failed error
	desk   *desk // the case on the desk, nil while the queue is shown
	place  screen.Rect
}

// desk is one case while somebody works on it. Everything on it goes when the case is put down.
type desk struct {
	id     string
	ticks  []bool
	digit  int            // the one that was pressed
	photos [2]image.Image // front, held; nil before they were asked for
	broken [2]bool
	asked  page.Latest
	shown  bool
	which  which
	view   picture.View
	cells  [2]*picture.Cells // the photos as they are shown, nil when one is not
	made   [2]cellsKey       // of what cells were made
}

type which int

const (
	both which = iota
	front
	held
)

// cellsKey is what a photo was made for: making it is the dear part.
type cellsKey struct {
	w, h int
	view picture.View
}

// New makes the page.
func New(d *page.Deps) *Model {
	m := &Model{d: d}
	m.list.Key = func(c query.ReviewCase) string { return c.ID }
	return m
}

func waiting() []domain.ReviewState {
	return []domain.ReviewState{domain.ReviewOpen, domain.ReviewClaimed}
}

func (m *Model) take(c query.ReviewCase) {
	m.desk = &desk{id: c.ID, ticks: make([]bool, len(m.checks(c.Kind))), view: picture.Whole()}
	if enrols(c) {
		m.desk.which = front
	}
}

// enrols tells a company's letter or seal from a person's document.
func enrols(c query.ReviewCase) bool {
	return c.Kind == domain.ReviewAuthority || c.Kind == domain.ReviewSeal
}

// checks are what is compared, by what is reviewed.
func (m *Model) checks(k domain.ReviewKind) []string {
	switch w := m.d.Words().Review; k {
	case domain.ReviewAuthority:
		return w.ChecksAuthority
	case domain.ReviewSeal:
		return w.ChecksSeal
	default:
		return w.Checks
	}
}

// document names what is reviewed.
func (m *Model) document(c query.ReviewCase) string {
	if enrols(c) {
		return m.d.Text.ReviewKind(c.Kind)
	}
	return m.d.Text.DocKind(c.Try.Identity.Kind)
}

// current is the case on the desk, or the one under the cursor.
func (m *Model) current() (query.ReviewCase, bool) {
	if m.desk == nil {
		return m.list.Current()
	}
	c := m.caseOf(m.desk.id)
	return c, c.ID != ""
}

// caseOf finds a case of the queue, the zero case when it is gone.
func (m *Model) caseOf(id string) query.ReviewCase {
	for _, c := range m.list.Rows() {
		if c.ID == id {
			return c
		}
	}
	return query.ReviewCase{}
}

func (m *Model) mine(c query.ReviewCase) bool {
	return c.State == domain.ReviewClaimed && c.By == m.d.Caller.ID
}

func (m *Model) ticked() int {
	n := 0
	for _, t := range m.desk.ticks {
		if t {
			n++
		}
	}
	return n
}
