package file

// pack is an object stream, decoded (ISO 32000-2 7.5.7).
type pack struct {
	raw  []byte // from /First on
	nums []int
	offs []int
}

// packOf returns the object stream as a reader of that rank sees it.
func (d *Document) packOf(num, rank int) (*pack, error) {
	v, ok := d.Lookup(num, rank)
	if !ok || v.Kind != EntryPlain {
		return nil, ErrDamaged // an object stream inside another is not allowed
	}
	key := v.Of(num)
	if p, ok := d.packs[key]; ok {
		if p == nil {
			return nil, ErrDamaged
		}
		return p, nil
	}
	d.packs[key] = nil
	loaded, err := d.LoadVersion(num, v)
	if err != nil {
		return nil, err
	}
	s, ok := loaded.(*Stream)
	if !ok || s.NameAt("Type") != "ObjStm" {
		return nil, ErrDamaged
	}
	raw, err := d.Decode(s)
	if err != nil {
		return nil, err
	}
	n, first := IntOr(s.Get("N"), -1), IntOr(s.Get("First"), -1)
	if n < 0 || first < 0 || first > len(raw) || n > first {
		return nil, ErrDamaged
	}
	p := &pack{raw: raw[first:]}
	l := &lexer{src: raw[:first], budget: d.budget}
	for range n {
		l.skip()
		num, ok := l.natural()
		l.skip()
		off, ok2 := l.natural()
		if !ok || !ok2 || off > len(p.raw) || num > maxNumber {
			return nil, ErrDamaged
		}
		p.nums, p.offs = append(p.nums, num), append(p.offs, off)
	}
	if err := d.budget.work(len(raw)); err != nil {
		return nil, err
	}
	d.packs[key] = p
	return p, nil
}

func (d *Document) readPacked(num int, v Version) (Value, error) {
	p, err := d.packOf(v.Offset, v.Rank)
	if err != nil {
		return nil, err
	}
	if v.index >= len(p.nums) || p.nums[v.index] != num {
		return nil, ErrDamaged
	}
	l := &lexer{src: p.raw, pos: p.offs[v.index], budget: d.budget}
	return l.parse(0)
}
