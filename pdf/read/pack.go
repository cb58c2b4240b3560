package read

import "fmt"

// pack is an object stream, unpacked (7.5.7).
type pack struct {
	body    []byte
	numbers []int
	offsets []int // from the start of body
}

// packed reads an object out of an object stream. The strings in it are not encrypted by themselves (7.6.1).
func (d *Document) packed(e Entry) (Object, error) {
	k, err := d.openPack(e.Pack)
	if err != nil {
		return nil, err
	}
	i := e.Index
	if i < 0 || i >= len(k.numbers) || k.numbers[i] != e.Num {
		return nil, fmt.Errorf("%w: it is not where the cross-reference says", ErrDamaged)
	}
	p := d.parser(k.body, k.offsets[i])
	o, err := p.object()
	if err != nil {
		return nil, err
	}
	if _, ok := o.(Ref); ok {
		return nil, fmt.Errorf("%w: a reference alone in an object stream", ErrDamaged)
	}
	return o, nil
}

func (d *Document) openPack(num int) (*pack, error) {
	if k, ok := d.packs[num]; ok {
		return k, nil
	}
	e, ok := d.entries[num]
	if !ok || e.Kind != InUse {
		return nil, fmt.Errorf("%w: no object stream %d", ErrDamaged, num)
	}
	o, err := d.load(Ref{num, e.Gen})
	if err != nil {
		return nil, err
	}
	s, ok := o.(*Stream)
	if !ok || s.Dict["Type"] != Name("ObjStm") {
		return nil, fmt.Errorf("%w: object %d is no object stream", ErrDamaged, num)
	}
	n, ok1, err1 := d.Int(s.Dict["N"])
	first, ok2, err2 := d.Int(s.Dict["First"])
	if !ok1 || !ok2 || err1 != nil || err2 != nil || n < 0 || first < 0 {
		return nil, fmt.Errorf("%w: object stream %d", ErrDamaged, num)
	}
	body, err := d.Decode(s)
	if err != nil {
		return nil, err
	}
	if d.unpacked += len(body); d.unpacked > d.options.Limits.Unpacked {
		return nil, fmt.Errorf("%w: the object streams unpack to too much", ErrLimits)
	}
	if first > len(body) || n > first {
		return nil, fmt.Errorf("%w: object stream %d", ErrDamaged, num)
	}
	k := &pack{body: body, numbers: make([]int, n), offsets: make([]int, n)}
	l := lexer{b: body[:first]}
	for i := range n {
		number, ok1 := l.natural()
		offset, ok2 := l.natural()
		if !ok1 || !ok2 || offset > len(body)-first {
			return nil, fmt.Errorf("%w: the index of object stream %d", ErrDamaged, num)
		}
		k.numbers[i], k.offsets[i] = number, first+offset
	}
	d.packs[num] = k
	return k, nil
}
