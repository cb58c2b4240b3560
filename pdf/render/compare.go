package render

import (
	"context"
	"fmt"
	"time"

	"campus.example/sealdesk/pdf/child"
)

// HandlerCompare draws pages of two revisions.
const HandlerCompare = "compare"

// Area is a rectangle of the user space of a page: left, bottom, right, top.
type Area [4]float64

// Look asks for a page of both revisions.
type Look struct {
	Page  int    `json:"page"` // from 1
	Areas []Area `json:"areas"`
}

// Seen is how the two revisions of a page compare.
type Seen struct {
	Page  int     `json:"page"`
	W     int     `json:"w"` // pixels
	H     int     `json:"h"`
	Scale float64 `json:"scale"` // pixels to a point of the page as shown
	// Areas are where PDFium shows the areas asked for: X and Y from the bottom left of the page as shown, points.
	Areas []Part `json:"areas"`
	// Changed has a bit for each pixel, row by row from the top; the first pixel is the lowest bit. A set bit differs.
	Changed []byte `json:"-"`
}

// At tells whether a pixel differs.
func (s Seen) At(x, y int) bool {
	i := y*s.W + x
	return s.Changed[i/8]>>(i%8)&1 == 1
}

const (
	// mostSide bounds the longer side of a page that is compared, pixels; up to there a point is a pixel.
	mostSide = 1200
	// leastDiffer is from how much on a channel counts as different, of 255. The same content is drawn alike to the
	// pixel; what is below this cannot be seen.
	leastDiffer = 16
	// batch is how many pages are held in memory at a time.
	batch = 8
)

// Comparison is what Compare is asked.
type Comparison struct {
	PDF      []byte // the newer revision
	Old      int    // how many bytes of it are the older one
	Password string
	Looks    []Look
}

// compareJob is the request; the body is the document.
type compareJob struct {
	Cache    string `json:"cache"`
	Old      int    `json:"old"`
	Password string `json:"password,omitempty"`
	Looks    []Look `json:"looks"`
}

// Compare draws pages of a document and of its own beginning and tells what differs, one answer a look. One child
// serves the whole request. Errors are those of RenderPart.
func (r *Renderer) Compare(ctx context.Context, c Comparison) ([]Seen, error) {
	j := compareJob{Old: c.Old, Password: c.Password, Looks: c.Looks}
	o := r.child(HandlerCompare)
	o.Time = max(o.Time, 10*time.Second) + time.Duration(len(c.Looks))*400*time.Millisecond
	o.Output = 256 << 20
	var seen []Seen
	bits, err := r.run(ctx, o, func(cache string) any {
		j.Cache = cache
		return j
	}, c.PDF, &seen)
	if err != nil {
		return nil, err
	}
	if len(seen) != len(c.Looks) {
		return nil, fmt.Errorf("%w: %d pages of %d", child.ErrCrashed, len(seen), len(c.Looks))
	}
	for i := range seen {
		if bits, err = seen[i].take(bits, c.Looks[i]); err != nil {
			return nil, err
		}
	}
	return seen, nil
}

// take cuts the bits of a page out of what the child wrote, whose numbers are not trusted.
func (s *Seen) take(body []byte, l Look) ([]byte, error) {
	wrong := s.Page != l.Page || s.W < 1 || s.H < 1 || s.W > 2*mostSide || s.H > 2*mostSide || !(s.Scale > 0) || len(s.Areas) != len(l.Areas)
	n := (s.W*s.H + 7) / 8
	if wrong || len(body) < n {
		return nil, fmt.Errorf("%w: page %d, %d by %d pixels", child.ErrCrashed, s.Page, s.W, s.H)
	}
	s.Changed = body[:n]
	return body[n:], nil
}
