package read

import (
	"bytes"
	"fmt"
)

// repair lists the objects by looking for "N G obj" in the whole file. The last one of a number counts. It takes the
// last trailer that names a catalog; without one, the last object that calls itself a catalog.
func (d *Document) repair() error {
	entries := []Entry{}
	for from := 0; ; {
		i := bytes.Index(d.data[from:], []byte("obj"))
		if i < 0 {
			break
		}
		at := from + i
		from = at + 3
		if e, ok := d.before(at); ok {
			entries = append(entries, e)
			if len(entries) > d.options.Limits.Objects {
				return fmt.Errorf("%w: too many objects", ErrLimits)
			}
		}
	}
	d.entries, d.size, d.repaired = map[int]Entry{}, 0, true
	for _, e := range entries {
		d.entries[e.Num] = e
		d.size = max(d.size, e.Num+1)
	}
	d.sections, d.trailer = nil, nil
	for from := 0; ; {
		i := bytes.Index(d.data[from:], []byte("trailer"))
		if i < 0 {
			break
		}
		from += i + len("trailer")
		p := d.parser(d.data, from)
		o, err := p.object()
		if t, ok := o.(Dict); ok && err == nil && t["Root"] != nil {
			d.trailer = t
		}
	}
	d.repairPacks(entries)
	if d.trailer == nil {
		return fmt.Errorf("%w: no catalog", ErrDamaged)
	}
	clear(d.objects)
	d.odd("the cross-reference is broken")
	return d.checkRoot()
}

// before reads the numbers in front of the word obj.
func (d *Document) before(at int) (Entry, bool) {
	i := at - 1
	back := func() (int, bool) {
		end := i
		for i >= 0 && White(d.data[i]) {
			i--
		}
		if i == end {
			return 0, false
		}
		last := i
		for i >= 0 && last-i < 10 && d.data[i] >= '0' && d.data[i] <= '9' {
			i--
		}
		return digitsOf(d.data[i+1 : last+1])
	}
	gen, ok1 := back()
	num, ok2 := back()
	if !ok1 || !ok2 || num > maxNumber || gen > maxGeneration || i >= 0 && Regular(d.data[i]) {
		return Entry{}, false
	}
	return Entry{Num: num, Gen: gen, Kind: InUse, Offset: i + 1}, true
}

func digitsOf(b []byte) (int, bool) {
	if len(b) == 0 {
		return 0, false
	}
	return digits(b)
}

// repairPacks looks into what was found for catalogs, cross-reference streams (as trailers) and object streams.
func (d *Document) repairPacks(found []Entry) {
	for _, e := range found {
		if d.entries[e.Num] != e {
			continue
		}
		_, o, err := d.indirect(e.Offset, nil)
		if err != nil {
			continue
		}
		switch o := o.(type) {
		case Dict:
			if o["Type"] == Name("Catalog") && d.trailer == nil {
				d.trailer = Dict{"Root": Ref{e.Num, e.Gen}}
			}
		case *Stream:
			if o.Dict["Type"] == Name("XRef") && o.Dict["Root"] != nil {
				d.trailer = o.Dict
			}
			if o.Dict["Type"] != Name("ObjStm") {
				continue
			}
			k, err := d.openPack(e.Num)
			if err != nil {
				continue
			}
			for i, n := range k.numbers {
				if _, ok := d.entries[n]; !ok && n <= maxNumber {
					d.entries[n] = Entry{Num: n, Kind: Packed, Pack: e.Num, Index: i}
					d.size = max(d.size, n+1)
				}
			}
		}
	}
}
