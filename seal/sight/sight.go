// Package sight looks at a document after an act the way people do: both revisions are drawn by PDFium, which shares
// nothing with the signer, and compared. The seal must be where it was asked and show something there, and nothing else
// on the pages may have changed. After a push, which adds empty fields, nothing at all may look different.
//
// Drawn are the first page and those that bear a widget of the act. That the others cannot look different is proven from
// the objects, which is cheaper than drawing them and misses nothing: see check.Touched.
package sight

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/render"
	"campus.example/sealdesk/seal/check"
)

// Eye looks.
type Eye struct {
	// Compare draws two revisions, in a process of its own.
	Compare func(ctx context.Context, c render.Comparison) ([]render.Seen, error)
}

// Act is an act of signing that is looked at.
type Act struct {
	Input, Output []byte
	Password      string
	Field         string       // name in the document
	Place         domain.Place // asked for; the zero value is the field's own
}

// Fault says what is wrong with what a document shows, and where.
type Fault struct {
	What  What
	Page  int // 0 where it is no page's
	Where string
}

func (f *Fault) Error() string {
	if f.Page == 0 {
		return string(f.What) + ": " + f.Where
	}
	return fmt.Sprintf("%s: page %d, %s", f.What, f.Page, f.Where)
}

// What can be wrong.
type What string

// The faults.
const (
	Objects   What = "objects_changed" // by an act that had no reason to
	NoField   What = "field_not_there"
	Elsewhere What = "not_where_asked"
	Outside   What = "changed_outside"
	Nothing   What = "nothing_drawn"
	Undrawn   What = "cannot_be_drawn"
)

// Signed looks at an act. Errors: *Fault for the document; anything else means that nothing could be seen, which says
// nothing about it.
func (e Eye) Signed(ctx context.Context, a Act) error {
	marks, unseen, err := check.Touched(a.Input, a.Output, a.Password)
	if err != nil {
		return &Fault{What: Objects, Where: err.Error()}
	}
	own := -1
	for i, m := range marks {
		if m.Field == a.Field {
			own = i
		}
	}
	asked := a.Place != (domain.Place{})
	switch {
	case own < 0 && (asked || !slices.Contains(unseen, a.Field)):
		return &Fault{What: NoField, Where: a.Field}
	case asked && marks[own].Page != a.Place.Page:
		return &Fault{What: Elsewhere, Page: marks[own].Page, Where: fmt.Sprintf("instead of page %d", a.Place.Page)}
	}
	pages, err := e.draw(ctx, a, marks)
	if err != nil {
		return err
	}
	for i, m := range marks {
		p := pages[m.Page]
		at := p.shown[i]
		switch {
		case i == own && asked && !near(at, a.Place):
			return &Fault{What: Elsewhere, Page: m.Page, Where: where(at)}
		case p.ink(at) < leastInk:
			return &Fault{What: Nothing, Page: m.Page, Where: where(at)}
		}
	}
	for _, p := range pages {
		if err := p.outside(); err != nil {
			return err
		}
	}
	return nil
}

// draw compares the pages of the marks, and the first, which everybody sees.
func (e Eye) draw(ctx context.Context, a Act, marks []check.Mark) (map[int]*page, error) {
	looks := []render.Look{{Page: 1, Areas: []render.Area{}}}
	index := map[int]int{1: 0}
	marked := [][]int{nil} // the marks of each look
	for i, m := range marks {
		n, ok := index[m.Page]
		if !ok {
			n = len(looks)
			index[m.Page] = n
			looks, marked = append(looks, render.Look{Page: m.Page, Areas: []render.Area{}}), append(marked, nil)
		}
		looks[n].Areas, marked[n] = append(looks[n].Areas, render.Area(m.Rect)), append(marked[n], i)
	}
	seen, err := e.Compare(ctx, render.Comparison{PDF: a.Output, Old: len(a.Input), Password: a.Password, Looks: looks})
	switch {
	case errors.Is(err, render.ErrUnreadable), errors.Is(err, render.ErrNoPage),
		errors.Is(err, render.ErrTooLarge), errors.Is(err, render.ErrCost):
		return nil, &Fault{What: Undrawn, Where: err.Error()}
	case err != nil:
		return nil, err
	}
	out := map[int]*page{}
	for n, s := range seen {
		p := &page{Seen: s, shown: map[int]render.Part{}}
		for k, i := range marked[n] {
			p.shown[i] = s.Areas[k]
		}
		out[s.Page] = p
	}
	return out, nil
}

// slack is how far a place may be from the one asked for, points: numbers are rounded.
const slack = 1.0

func near(at render.Part, p domain.Place) bool {
	for _, d := range []float64{at.X - p.X, at.Y - p.Y, at.X + at.W - p.X - p.W, at.Y + at.H - p.Y - p.H} {
		if !(math.Abs(d) <= slack) {
			return false
		}
	}
	return true
}

// where tells a place in millimetres from the bottom left of the page as shown.
func where(p render.Part) string {
	const mm = 25.4 / 72
	return fmt.Sprintf("%.0f x %.0f mm at %.0f, %.0f", p.W*mm, p.H*mm, p.X*mm, p.Y*mm)
}
