package read

import (
	"fmt"
	"reflect"
)

// Contradiction is the oddity of a key that stands twice in one dictionary with two values: readers differ on which
// counts.
const Contradiction = "a key stands twice in one dictionary with two values"

// parser reads objects.
type parser struct {
	lexer
	deep int
	odd  func(string)
	met  *int // the highest number a reference names
}

func (d *Document) parser(b []byte, at int) *parser {
	return &parser{lexer: lexer{b: b, at: at}, deep: d.options.Limits.Depth, odd: d.odd, met: &d.met}
}

// object reads one object; a reference is three words.
func (p *parser) object() (Object, error) {
	p.skip()
	if p.at >= len(p.b) {
		return nil, fmt.Errorf("%w: it ends in the middle of an object", ErrDamaged)
	}
	switch p.b[p.at] {
	case '/':
		return p.name(), nil
	case '(':
		return p.literal()
	case '[':
		return p.array()
	case '<':
		if p.at+1 < len(p.b) && p.b[p.at+1] == '<' {
			return p.dict()
		}
		return p.hexString()
	}
	from := p.at
	w := p.word()
	switch string(w) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	n, ok := number(w)
	if !ok {
		p.at = from
		return nil, fmt.Errorf("%w: unknown word at %d", ErrDamaged, from)
	}
	if num, whole := n.(int); whole && num >= 0 && w[0] != '+' && w[0] != '-' {
		after := p.at
		if gen, ok := p.natural(); ok && p.keyword("R") {
			if num > maxNumber || gen > maxGeneration {
				return nil, nil // such an object cannot exist
			}
			*p.met = max(*p.met, num)
			return Ref{num, gen}, nil
		}
		p.at = after
	}
	return n, nil
}

const (
	maxNumber     = 8388607 // annex C.2
	maxGeneration = 65535
)

func (p *parser) enter() error {
	if p.deep == 0 {
		return fmt.Errorf("%w: arrays and dictionaries are too deep", ErrLimits)
	}
	p.deep--
	return nil
}

func (p *parser) array() (Object, error) {
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer func() { p.deep++ }()
	p.at++
	out := make(Array, 0, 4) // a rectangle
	for {
		p.skip()
		if p.at < len(p.b) && p.b[p.at] == ']' {
			p.at++
			return out, nil
		}
		o, err := p.object()
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
}

func (p *parser) dict() (Object, error) {
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer func() { p.deep++ }()
	p.at += 2
	out := Dict{}
	for {
		p.skip()
		if p.at+1 < len(p.b) && p.b[p.at] == '>' && p.b[p.at+1] == '>' {
			p.at += 2
			return out, nil
		}
		if p.at >= len(p.b) || p.b[p.at] != '/' {
			return nil, fmt.Errorf("%w: a key is missing at %d", ErrDamaged, p.at)
		}
		key := p.name()
		v, err := p.object()
		if err != nil {
			return nil, err
		}
		if before, twice := out[key]; twice {
			p.odd("a key stands twice in one dictionary")
			if !reflect.DeepEqual(before, v) {
				p.odd(Contradiction)
			}
		}
		if v == nil {
			delete(out, key) // null is the same as absent (7.3.7)
			continue
		}
		out[key] = v
	}
}
