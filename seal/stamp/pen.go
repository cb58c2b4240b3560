package stamp

import (
	"bytes"
	"math"
	"strconv"
)

// pen writes content operators (ISO 32000-1, annex A). Coordinates have two decimals: a seventh of what a printer with
// 2,400 dots to the inch can show is lost to rounding, nothing is seen.
type pen struct {
	b bytes.Buffer
}

type point struct{ x, y float64 }

func (p point) plus(q point) point          { return point{p.x + q.x, p.y + q.y} }
func (p point) minus(q point) point         { return point{p.x - q.x, p.y - q.y} }
func (p point) times(f float64) point       { return point{p.x * f, p.y * f} }
func (p point) length() float64             { return math.Hypot(p.x, p.y) }
func (p point) to(q point, t float64) point { return p.plus(q.minus(p).times(t)) }

// matrix maps x, y to a*x + c*y + e, b*x + d*y + f.
type matrix [6]float64

func (m matrix) apply(p point) point {
	return point{m[0]*p.x + m[2]*p.y + m[4], m[1]*p.x + m[3]*p.y + m[5]}
}

func (p *pen) number(v float64) {
	v = math.Round(v*100) / 100
	if v == 0 {
		v = 0 // no minus zero
	}
	p.b.Write(strconv.AppendFloat(p.b.AvailableBuffer(), v, 'f', -1, 64))
	p.b.WriteByte(' ')
}

func (p *pen) op(name string, values ...float64) {
	for _, v := range values {
		p.number(v)
	}
	p.b.WriteString(name)
	p.b.WriteByte('\n')
}

func (p *pen) move(a point) { p.op("m", a.x, a.y) }
func (p *pen) line(a point) { p.op("l", a.x, a.y) }
func (p *pen) curve(a, b, c point) {
	p.op("c", a.x, a.y, b.x, b.y, c.x, c.y)
}

// circle is four arcs of Bézier curves.
func (p *pen) circle(c point, r float64) {
	const k = 0.5522847498
	p.move(point{c.x + r, c.y})
	p.curve(point{c.x + r, c.y + k*r}, point{c.x + k*r, c.y + r}, point{c.x, c.y + r})
	p.curve(point{c.x - k*r, c.y + r}, point{c.x - r, c.y + k*r}, point{c.x - r, c.y})
	p.curve(point{c.x - r, c.y - k*r}, point{c.x - k*r, c.y - r}, point{c.x, c.y - r})
	p.curve(point{c.x + k*r, c.y - r}, point{c.x + r, c.y - k*r}, point{c.x + r, c.y})
	p.op("h")
}

// star is the outline of a five-pointed star, one point up; r is the radius of the points.
func (p *pen) star(c point, r float64) {
	inner := r * math.Sin(math.Pi/10) / math.Sin(3*math.Pi/10) // where the lines of a pentagram cross
	for i := range 10 {
		radius := r
		if i%2 == 1 {
			radius = inner
		}
		angle := math.Pi/2 + float64(i)*math.Pi/5
		at := point{c.x + radius*math.Cos(angle), c.y + radius*math.Sin(angle)}
		if i == 0 {
			p.move(at)
		} else {
			p.line(at)
		}
	}
	p.op("h")
}
