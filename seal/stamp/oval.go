package stamp

import "math"

// oval draws an oval seal as large as fits: words along the upper rim, the line in the middle, as on seals for
// invoices (国家税务总局公告2011年第7号: 40 by 30 mm, rim 1 mm).
func (a *Artist) oval(p *pen, look Look, width, height float64) error {
	ring, line, err := a.words(look)
	if err != nil {
		return err
	}
	c := point{width / 2, height / 2}
	unit := math.Min(width/4, height/3) // a tenth of 40 mm, of 30 mm
	rx, ry := 2*unit, 1.5*unit
	rim := 0.1 * unit
	p.op("q")
	p.red()
	p.op("w", rim)
	p.ellipse(c, rx-rim/2, ry-rim/2)
	p.op("S")
	tall := 0.42 * unit
	path := oval{c, rx - 0.2*unit - tall/2, ry - 0.2*unit - tall/2}
	n := float64(len(ring))
	const span = 214 * math.Pi / 180 // of the parameter: the words end left and right below the middle
	length := path.length(math.Pi/2-span/2, math.Pi/2+span/2)
	step := math.Min(length/(n-1), 1.5*tall)
	wide := math.Min(0.9*tall, 0.86*step)
	p.op("w", 0.028*wide)
	p.op("j", 1)
	for i, g := range ring {
		t := path.at((n-1)/2*step - float64(i)*step)
		at, up := path.point(t)
		cos, sin := up.y, -up.x // turned so that its top points outward
		sx, sy := wide/em, tall/em
		mx, my := g.advance/2, float64(emMiddle)
		p.trace(g, matrix{
			cos * sx, sin * sx, -sin * sy, cos * sy,
			at.x - cos*sx*mx + sin*sy*my, at.y - sin*sx*mx - cos*sy*my,
		})
	}
	p.op("B")
	if len(line) > 0 {
		total := 0.0
		for _, g := range line {
			total += g.advance
		}
		size := math.Min(0.46*unit, 2.5*unit/total*em)
		p.op("w", 0.028*size)
		x := c.x - total*size/em/2
		for _, g := range line {
			p.trace(g, matrix{size / em, 0, 0, size / em, x, c.y - 0.25*unit - size*emMiddle/em})
			x += g.advance * size / em
		}
		p.op("B")
	}
	p.op("Q")
	return nil
}

func (p *pen) ellipse(c point, rx, ry float64) {
	const k = 0.5522847498
	p.move(point{c.x + rx, c.y})
	p.curve(point{c.x + rx, c.y + k*ry}, point{c.x + k*rx, c.y + ry}, point{c.x, c.y + ry})
	p.curve(point{c.x - k*rx, c.y + ry}, point{c.x - rx, c.y + k*ry}, point{c.x - rx, c.y})
	p.curve(point{c.x - rx, c.y - k*ry}, point{c.x - k*rx, c.y - ry}, point{c.x, c.y - ry})
	p.curve(point{c.x + k*rx, c.y - ry}, point{c.x + rx, c.y - k*ry}, point{c.x + rx, c.y})
	p.op("h")
}

// oval is a path for words.
type oval struct {
	c      point
	rx, ry float64
}

// point gives the place of a parameter and the direction outward.
func (o oval) point(t float64) (at, up point) {
	at = point{o.c.x + o.rx*math.Cos(t), o.c.y + o.ry*math.Sin(t)}
	up = point{math.Cos(t) / o.rx, math.Sin(t) / o.ry}
	return at, up.times(1 / up.length())
}

const ovalSteps = 720

func (o oval) length(from, to float64) float64 {
	sum := 0.0
	last, _ := o.point(from)
	for i := 1; i <= ovalSteps; i++ {
		next, _ := o.point(from + (to-from)*float64(i)/ovalSteps)
		sum += next.minus(last).length()
		last = next
	}
	return sum
}

// at finds the parameter that lies a length along the path from the top, positive to the left.
func (o oval) at(length float64) float64 {
	sign := 1.0
	if length < 0 {
		sign, length = -1, -length
	}
	t := math.Pi / 2
	last, _ := o.point(t)
	for length > 0 {
		next, _ := o.point(t + sign*2*math.Pi/ovalSteps)
		d := next.minus(last).length()
		if d >= length {
			return t + sign*2*math.Pi/ovalSteps*length/d
		}
		length -= d
		t += sign * 2 * math.Pi / ovalSteps
		last = next
	}
	return t
}
