package read

import "fmt"

// xrefStream reads a cross-reference stream, which is an indirect object itself (7.5.8).
func (d *Document) xrefStream(at int) (Section, error) {
	s := Section{Offset: at, Form: FormStream}
	bad := func(what string) (Section, error) {
		return s, fmt.Errorf("%w: the cross-reference at %d: %s", ErrDamaged, at, what)
	}
	_, o, err := d.indirect(at, nil)
	if err != nil {
		return s, err
	}
	stream, ok := o.(*Stream)
	if !ok || stream.Dict["Type"] != Name("XRef") {
		return bad("no cross-reference stream")
	}
	stream.ref = Ref{} // never encrypted
	s.Trailer = stream.Dict
	widths, err := widths(stream.Dict)
	if err != nil {
		return s, err
	}
	size, ok := stream.Dict["Size"].(int)
	if !ok || size < 0 || size > maxNumber+1 {
		return bad("Size")
	}
	index := Array{0, size}
	if o, ok := stream.Dict["Index"]; ok {
		if index, ok = o.(Array); !ok || len(index)%2 != 0 {
			return bad("Index")
		}
	}
	rows, err := d.Decode(stream)
	if err != nil {
		return s, err
	}
	for i := 0; i < len(index); i += 2 {
		first, ok1 := index[i].(int)
		count, ok2 := index[i+1].(int)
		if !ok1 || !ok2 || first < 0 || count < 0 || first > maxNumber || count > maxNumber {
			return bad("Index")
		}
		row := widths[0] + widths[1] + widths[2]
		if row*count > len(rows) {
			return bad("it ends early")
		}
		if len(s.Entries)+count > d.options.Limits.Objects {
			return s, fmt.Errorf("%w: too many objects", ErrLimits)
		}
		for n := first; n < first+count; n++ {
			e, ok := d.row(rows[:row], widths, n)
			if !ok {
				return bad(fmt.Sprintf("entry %d", n))
			}
			s.Entries = append(s.Entries, e)
			rows = rows[row:]
		}
	}
	return s, nil
}

func widths(dict Dict) ([3]int, error) {
	var out [3]int
	w, _ := dict["W"].(Array)
	if len(w) < 3 {
		return out, fmt.Errorf("%w: a cross-reference stream without W", ErrDamaged)
	}
	sum := 0
	for i := range out {
		n, ok := w[i].(int)
		if !ok || n < 0 || n > 8 {
			return out, fmt.Errorf("%w: W of a cross-reference stream", ErrDamaged)
		}
		out[i] = n
		sum += n
	}
	if sum == 0 {
		return out, fmt.Errorf("%w: W of a cross-reference stream", ErrDamaged)
	}
	return out, nil
}

// row reads one entry (7.5.8.3, table 18).
func (d *Document) row(b []byte, widths [3]int, n int) (Entry, bool) {
	field := func(i, absent int) int {
		if widths[i] == 0 {
			return absent
		}
		v := 0
		for _, c := range b[:widths[i]] {
			v = v<<8 | int(c)
		}
		b = b[widths[i]:]
		return v
	}
	kind, second, third := field(0, 1), field(1, 0), field(2, 0)
	if second < 0 || third < 0 {
		return Entry{}, false
	}
	switch kind {
	case 0:
		return Entry{Num: n, Gen: third}, true
	case 1:
		return d.entry(n, second, third, true), true
	case 2:
		return Entry{Num: n, Kind: Packed, Pack: second, Index: third}, true
	}
	return Entry{Num: n}, true // of a later standard: null
}
