package sight

import (
	"context"
	"fmt"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/check"
)

// Prepared is the adding of empty fields that is looked at.
type Prepared struct {
	Input, Output []byte
	Fields        []domain.Field // named as in the document
}

// Prepared looks at a document whose empty fields were added: they must be where they were asked, and nothing may look
// different. Drawn are the first page and those of the fields; a strip of a seal across the pages is on each of these too.
// The other strips are drawn when they show something: somebody waits for the push. Errors are those of Signed.
func (e Eye) Prepared(ctx context.Context, p Prepared) error {
	marks, _, err := check.Touched(p.Input, p.Output, "")
	if err != nil {
		return &Fault{What: Objects, Where: err.Error()}
	}
	index := numbered(marks)
	for _, f := range p.Fields {
		i, ok := index[f.Name]
		switch {
		case !ok:
			return &Fault{What: NoField, Where: f.Name}
		case marks[i].Page != f.Place.Page:
			return &Fault{What: Elsewhere, Page: marks[i].Page, Where: fmt.Sprintf("instead of page %d", f.Place.Page)}
		}
	}
	marks = few(marks, p.Fields)
	index = numbered(marks)
	pages, err := e.draw(ctx, Act{Input: p.Input, Output: p.Output}, marks)
	if err != nil {
		return err
	}
	for _, f := range p.Fields {
		i := index[f.Name]
		if at := pages[marks[i].Page].shown[i]; !near(at, f.Place) {
			return &Fault{What: Elsewhere, Page: marks[i].Page, Where: where(at)}
		}
	}
	for _, page := range pages {
		page.shown = nil // there is nothing to be shown yet
		if err := page.outside(); err != nil {
			return err
		}
	}
	return nil
}

// numbered gives the index of each mark by the name of its field.
func numbered(marks []check.Mark) map[string]int {
	index := map[string]int{}
	for i, m := range marks {
		index[m.Field] = i
	}
	return index
}

// few leaves out marks on other pages than the first and those of the fields that were asked for.
func few(marks []check.Mark, fields []domain.Field) []check.Mark {
	pages := map[int]bool{1: true}
	for _, f := range fields {
		pages[f.Place.Page] = true
	}
	var out []check.Mark
	for _, m := range marks {
		if pages[m.Page] {
			out = append(out, m)
		}
	}
	return out
}
