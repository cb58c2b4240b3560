package stamp

import (
	"math"

	"campus.example/sealdesk/domain"
)

// side is what a pad measures each way, whatever its shape; the origin is its top left corner.
const side = 1000

// What a signature may cost. A person's has some hundred points; the act refuses more before it comes here.
const (
	mostStrokes = 400
	mostPoints  = 20000
)

// strokes draws what a hand wrote on a pad.
func (p *pen) strokes(in [][][2]float64, box rect) error {
	lines, ink, err := place(in, box)
	if err != nil {
		return err
	}
	// The line is thicker the larger the signature: a pad's finger writes with a brush, not a needle.
	full := math.Max(0.8, math.Min(2.2, 0.032*(ink.top-ink.bottom)+0.6))
	p.op("J", 1)
	p.op("j", 1)
	for _, l := range lines {
		p.stroke(l, full)
	}
	return nil
}

// place puts the points into the box: the pad's shape is that of the field, then the ink is moved to the middle and
// made larger if it was small.
func place(in [][][2]float64, box rect) ([][]point, rect, error) {
	w, h := box.right-box.left, box.top-box.bottom
	ink := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	var lines [][]point
	count := 0
	for _, s := range in {
		count += len(s)
		if len(in) > mostStrokes || count > mostPoints {
			return nil, ink, domain.Fail(domain.CodeBadInput, count)
		}
		line := make([]point, 0, len(s))
		for _, xy := range s {
			if math.IsNaN(xy[0]) || math.IsNaN(xy[1]) {
				return nil, ink, domain.Fail(domain.CodeBadInput, "NaN")
			}
			// A finger may leave the pad: the ink ends at its edge.
			x, y := math.Min(math.Max(xy[0], 0), side), math.Min(math.Max(xy[1], 0), side)
			q := point{x / side * w, (1 - y/side) * h}
			ink = rect{math.Min(ink.left, q.x), math.Min(ink.bottom, q.y), math.Max(ink.right, q.x), math.Max(ink.top, q.y)}
			line = append(line, q)
		}
		if len(line) > 0 {
			lines = append(lines, line)
		}
	}
	iw, ih := ink.right-ink.left, ink.top-ink.bottom
	if len(lines) == 0 || math.Max(iw, ih) < 1 { // a touch is no signature
		return nil, ink, domain.Fail(domain.CodeSignatureEmpty)
	}
	const edge = 1.2 // half of the thickest line
	grow := math.Min(2, math.Min((w-2*edge)/math.Max(iw, 1), (h-2*edge)/math.Max(ih, 1)))
	middle := point{(ink.left + ink.right) / 2, (ink.bottom + ink.top) / 2}
	centre := point{(box.left + box.right) / 2, (box.bottom + box.top) / 2}
	for _, l := range lines {
		for i := range l {
			l[i] = l[i].minus(middle).times(grow).plus(centre)
		}
	}
	return lines, rect{0, 0, iw * grow, ih * grow}, nil
}

// stroke draws one line as Bézier curves through its points (Catmull-Rom), thinner where the hand was fast: a pad
// reports points at even times, so their distance is the speed.
func (p *pen) stroke(raw []point, full float64) {
	pts := thin(raw, 0.35)
	if len(pts) == 1 {
		p.op("w", 1.3*full)
		p.move(pts[0])
		p.line(pts[0]) // a round cap makes it a dot
		p.op("S")
		return
	}
	width := full
	at := func(i int) point { return pts[min(max(i, 0), len(pts)-1)] }
	for i := 0; i+1 < len(pts); i++ {
		a, b := at(i), at(i+1)
		t1, t2 := b.minus(at(i-1)).times(1.0/6), at(i+2).minus(a).times(1.0/6)
		target := full * (1.15 - 0.6*math.Min(1, b.minus(a).length()/(9*full)))
		if left := len(pts) - 2 - i; left < 3 {
			target *= 0.7 + 0.1*float64(left) // the pen lifts
		}
		next := width + 0.45*(target-width)
		p.piece(a, a.plus(t1), b.minus(t2), b, width, next)
		width = next
	}
}

// piece draws one curve, cut where its width changes too much to be drawn in one.
func (p *pen) piece(a, b, c, d point, from, to float64) {
	n := int(math.Ceil(math.Abs(to-from)/0.12)) + 1
	for i := range n {
		t := 1 / float64(n-i) // of what is left
		ab, bc, cd := a.to(b, t), b.to(c, t), c.to(d, t)
		abc, bcd := ab.to(bc, t), bc.to(cd, t)
		m := abc.to(bcd, t)
		p.op("w", from+(to-from)*(float64(i)+0.5)/float64(n))
		p.move(a)
		p.curve(ab, abc, m)
		p.op("S")
		a, b, c = m, bcd, cd
	}
}

// thin drops points closer together than the distance; the first and the last stay.
func thin(in []point, least float64) []point {
	out := in[:1:1]
	for i, q := range in[1:] {
		if q.minus(out[len(out)-1]).length() >= least || i == len(in)-2 && len(out) > 1 {
			out = append(out, q)
		}
	}
	return out
}
