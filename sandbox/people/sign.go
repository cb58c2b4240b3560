package people

import (
	"encoding/json"
	"hash/fnv"
	"io"
	"math"
	mathrand "math/rand/v2"
)

// sealStep seals for Party B. The signature itself is taken together with its code.
func (p *person) sealStep(at *page) *step {
	if f := at.forms["seal"]; f != nil {
		return p.submit(at, f, p.words(), func(s *Stats) *int { return &s.Sealed })
	}
	return nil
}

const (
	strokesPerSign  = 6 // of a Chinese character written fast
	pointsPerStroke = 12
	tremor          = 5.0 // units of the pad
)

// strokes is the person's signature as a finger draws it, as the pad tells it: the same shapes for the same name, never
// twice quite alike. Coordinates run from 0 to 1000 both ways, from the top left.
func (p *person) strokes() string {
	name := []rune(p.Name)
	cell := 960.0 / float64(len(name))
	out := [][][2]int{}
	for i, r := range name {
		h := fnv.New64a()
		// hash.Hash never returns an error from Write.
		h.Write([]byte(string(r)))
		shape := mathrand.New(mathrand.NewPCG(h.Sum64(), 1)) // this character's shape, the same in everybody's hand
		left := 20 + cell*float64(i)
		if r < 0x2000 {
			out = append(out, p.draw(left, 300, cell, 400, loop(shape)))
			continue
		}
		for n := range strokesPerSign {
			out = append(out, p.draw(left+cell*0.06, 120, cell*0.88, 760, basic(shape, n)))
		}
	}
	text, err := json.Marshal(out)
	if err != nil {
		return "" // numbers always have a JSON form
	}
	return string(text)
}

// curve gives the place of the finger, 0 to 1 both ways, while t runs from 0 to 1.
type curve func(t float64) (x, y float64)

// basic is one of the strokes Chinese is written with: 横, 竖, 撇, 捺 or 横折.
func basic(shape *mathrand.Rand, n int) curve {
	at, from, size := shape.Float64(), shape.Float64()*0.3, 0.55+0.4*shape.Float64()
	switch (n + shape.IntN(2)) % 5 {
	case 0:
		return func(t float64) (float64, float64) { return from + size*t, 0.1 + 0.8*at - 0.08*t }
	case 1:
		return func(t float64) (float64, float64) { return 0.15 + 0.7*at, from + size*t }
	case 2:
		return func(t float64) (float64, float64) { return 0.6 - (0.3+0.3*size)*t*t, from + size*t }
	case 3:
		return func(t float64) (float64, float64) { return 0.4 + (0.3+0.3*size)*math.Sqrt(t), from + size*t*t }
	}
	return func(t float64) (float64, float64) {
		return from + size*min(1, 2*t), 0.15 + 0.3*at + 0.5*max(0, 2*t-1)
	}
}

// loop is a letter of a running hand.
func loop(shape *mathrand.Rand) curve {
	high, turn := 0.4+0.6*shape.Float64(), 2*math.Pi*(1+0.3*shape.Float64())
	return func(t float64) (float64, float64) {
		return t - 0.25*math.Sin(turn*t), 0.5 + 0.5*high*math.Sin(turn*t+math.Pi/2)
	}
}

func (p *person) draw(left, top, width, height float64, c curve) [][2]int {
	stroke := make([][2]int, pointsPerStroke)
	for i := range stroke {
		x, y := c(float64(i) / (pointsPerStroke - 1))
		stroke[i] = [2]int{
			onPad(left + width*x + tremor*(p.rand.Float64()-0.5)), onPad(top + height*y + tremor*(p.rand.Float64()-0.5)),
		}
	}
	return stroke
}

func onPad(v float64) int { return int(max(0, min(1000, v))) }

// seeded draws one person's own randomness from the town's.
func seeded(random io.Reader) *mathrand.Rand {
	var seed [32]byte
	// A short read leaves zeros: people then have a less personal hand, nothing worse.
	if _, err := io.ReadFull(random, seed[:]); err != nil {
		seed[0] = 1
	}
	return mathrand.New(mathrand.NewChaCha8(seed))
}
