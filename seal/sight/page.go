package sight

import (
	"math"

	"campus.example/sealdesk/pdf/render"
)

const (
	// leastInk is how many pixels must differ for a widget to show something: a pixel or two may be chance, and the
	// slightest hand-drawn stroke has more.
	leastInk = 4
	// edge is how far the antialiasing of what is in a widget may reach beyond it, pixels.
	edge = 2
)

// page is one page that was drawn twice.
type page struct {
	render.Seen
	shown map[int]render.Part // where the marks are, by their index
}

// span is a rectangle of pixels, its right and lower ends not included.
type span struct{ x1, y1, x2, y2 int }

// span gives the pixels of a part of the page, so many more around it, without those that are off the page.
func (p *page) span(at render.Part, more int) span {
	top := float64(p.H) - (at.Y+at.H)*p.Scale
	return span{
		max(0, int(math.Floor(at.X*p.Scale))-more), max(0, int(math.Floor(top))-more),
		min(p.W, int(math.Ceil((at.X+at.W)*p.Scale))+more), min(p.H, int(math.Ceil(top+at.H*p.Scale))+more),
	}
}

// ink counts the pixels that differ in a part of the page.
func (p *page) ink(at render.Part) int {
	n, s := 0, p.span(at, 0)
	for y := s.y1; y < s.y2; y++ {
		for x := s.x1; x < s.x2; x++ {
			if p.At(x, y) {
				n++
			}
		}
	}
	return n
}

// outside finds what differs outside all marks.
func (p *page) outside() error {
	inside := make([]span, 0, len(p.shown))
	for _, at := range p.shown {
		inside = append(inside, p.span(at, edge))
	}
	bad := span{p.W, p.H, 0, 0}
	for y := range p.H {
		for x := range p.W {
			if p.At(x, y) && !within(inside, x, y) {
				bad = span{min(bad.x1, x), min(bad.y1, y), max(bad.x2, x+1), max(bad.y2, y+1)}
			}
		}
	}
	if bad.x2 == 0 {
		return nil
	}
	return &Fault{What: Outside, Page: p.Page, Where: where(render.Part{
		X: float64(bad.x1) / p.Scale, Y: float64(p.H-bad.y2) / p.Scale,
		W: float64(bad.x2-bad.x1) / p.Scale, H: float64(bad.y2-bad.y1) / p.Scale,
	})}
}

func within(spans []span, x, y int) bool {
	for _, s := range spans {
		if x >= s.x1 && x < s.x2 && y >= s.y1 && y < s.y2 {
			return true
		}
	}
	return false
}
