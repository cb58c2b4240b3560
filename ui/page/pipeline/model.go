// Package pipeline is the page that opens: the stages with their counts, the contracts of one of them, and beside
// the list, where there is room, what one should know of the contract under the cursor.
package pipeline

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/page"
)

// pane is a part of the page that can have the keys.
type pane int

const (
	stagesPane pane = iota
	listPane
)

// Model is the page.
type Model struct {
	d *page.Deps

	group    int // index into groups
	focus    pane
	list     component.List[domain.Contract]
	rows     page.Latest
	loaded   bool // the list was loaded at least once
	failed   error
	problems bool // only contracts with a problem

	filter  component.Line
	reading bool

	noPreview bool
	wide      bool // there is room for the preview
	look      page.Latest
	dossier   page.Dossier
}

// New makes the page. It opens on the contracts that wait for the office's push.
func New(d *page.Deps) *Model {
	m := &Model{d: d, group: 1, focus: listPane, filter: component.NewLine(d.Theme)}
	m.list.Key = func(c domain.Contract) string { return c.No }
	return m
}

// groups are the stages as the page shows them: everything off the path together, then the path.
func groups() [][]domain.Stage {
	all := [][]domain.Stage{domain.OffPath()}
	for _, s := range domain.Path() {
		all = append(all, []domain.Stage{s})
	}
	return all
}

func (m *Model) count(group int) int {
	n := 0
	for _, s := range groups()[group] {
		n += m.d.Desk.Stages[s]
	}
	return n
}

func (m *Model) label(group int) string {
	if stages := groups()[group]; len(stages) == 1 {
		return m.d.Text.Stage(stages[0])
	}
	return m.d.Text.Words.OffPath
}

// narrowed tells that the list is not all of its stage.
func (m *Model) narrowed() bool { return m.filter.Value() != "" || m.problems }

// chosen are the contracts an act is for: the marked ones, or the one under the cursor.
func (m *Model) chosen() []string {
	if marks := m.list.Marks(); len(marks) > 0 {
		return marks
	}
	if c, ok := m.list.Current(); ok {
		return []string{c.No}
	}
	return nil
}
