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
	strokesPerSign  = 4
	pointsPerStroke = 14
)

// strokes is the person's signature as a finger draws it: the same shapes for the same name, never twice quite alike.
// Coordinates run from 0 to 1000 both ways, from the top left.
func (p *person) strokes() string {
	name := []rune(p.Name)
	cell := 900.0 / float64(len(name))
	var out [][][2]int
	for i, r := range name {
		h := fnv.New64a()
		// hash.Hash never returns an error from Write.
		h.Write([]byte(string(r)))
		shape := mathrand.New(mathrand.NewPCG(h.Sum64(), 1)) // the shape of this character in everybody's hand
		left := 50 + cell*float64(i)
		for range strokesPerSign {
			x, y := left+cell*shape.Float64()*0.6, 200+400*shape.Float64()
			angle, bend, length := shape.Float64()*math.Pi*0.8, (shape.Float64()-0.5)*0.5, cell*(0.25+0.45*shape.Float64())
			angle += (p.rand.Float64() - 0.5) * 0.15
			var stroke [][2]int
			for range pointsPerStroke {
				stroke = append(stroke, [2]int{onPad(x + p.rand.Float64()*4), onPad(y + p.rand.Float64()*4)})
				x += math.Cos(angle) * length / pointsPerStroke
				y += math.Sin(angle) * 2.2 * length / pointsPerStroke
				angle += bend * 0.2
			}
			out = append(out, stroke)
		}
	}
	text, err := json.Marshal(out)
	if err != nil {
		return "" // numbers always have a JSON form
	}
	return string(text)
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
