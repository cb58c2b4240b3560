package read

import "fmt"

// table reads the classic form; the word xref is passed (7.5.4).
func (d *Document) table(at int, p *parser, seen map[int]bool) (Section, error) {
	s := Section{Offset: at, Form: FormTable}
	for !p.keyword("trailer") {
		first, ok1 := p.natural()
		count, ok2 := p.natural()
		if !ok1 || !ok2 || first > maxNumber || count > maxNumber || first+count > maxNumber+1 {
			return s, fmt.Errorf("%w: the cross-reference table at %d", ErrDamaged, at)
		}
		if len(s.Entries)+count > d.options.Limits.Objects {
			return s, fmt.Errorf("%w: too many objects", ErrLimits)
		}
		p.skip()
		for n := first; n < first+count; n++ {
			e, err := d.line(p, n)
			if err != nil {
				return s, err
			}
			s.Entries = append(s.Entries, e)
		}
	}
	o, err := p.object()
	if err != nil {
		return s, err
	}
	var ok bool
	if s.Trailer, ok = o.(Dict); !ok {
		return s, fmt.Errorf("%w: no trailer", ErrDamaged)
	}
	return s, d.hybrid(&s, seen)
}

// line reads one entry: 20 bytes, though lines one byte short are common.
func (d *Document) line(p *parser, n int) (Entry, error) {
	bad := func() (Entry, error) {
		return Entry{}, fmt.Errorf("%w: entry %d of the cross-reference table", ErrDamaged, n)
	}
	from := p.at
	if b := p.b; from+20 <= len(b) && b[from+10] == ' ' && b[from+16] == ' ' && White(b[from+18]) && White(b[from+19]) {
		offset, ok1 := digits(b[from : from+10])
		gen, ok2 := digits(b[from+11 : from+16])
		if ok1 && ok2 && (b[from+17] == 'n' || b[from+17] == 'f') {
			p.at += 20
			return d.entry(n, offset, gen, b[from+17] == 'n'), nil
		}
	}
	offset, ok1 := p.natural()
	gen, ok2 := p.natural()
	if !ok1 || !ok2 {
		return bad()
	}
	used := p.keyword("n")
	if !used && !p.keyword("f") {
		return bad()
	}
	p.skip()
	d.odd("a line of the cross-reference table has not 20 bytes")
	return d.entry(n, offset, gen, used), nil
}

func (d *Document) entry(n, offset, gen int, used bool) Entry {
	if used && offset > 0 { // offset 0 is how some programs write a free entry
		return Entry{Num: n, Gen: gen, Kind: InUse, Offset: offset + d.base}
	}
	return Entry{Num: n, Gen: gen}
}

func digits(b []byte) (int, bool) {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}

// hybrid adds the entries of the stream a table's trailer names: they come before those of the previous section
// (7.5.8.4). An object the table itself calls free is hidden from old readers: the stream has the say.
func (d *Document) hybrid(s *Section, seen map[int]bool) error {
	o := s.Trailer["XRefStm"]
	if o == nil {
		return nil
	}
	at, ok := o.(int)
	at += d.base
	if !ok || at < 0 || at >= len(d.data) {
		return fmt.Errorf("%w: XRefStm leads nowhere", ErrDamaged)
	}
	seen[at] = true // a later section may name it again; as one of the chain it is none
	more, err := d.xrefStream(at)
	if err != nil {
		return err
	}
	var used, free []Entry
	for _, e := range s.Entries {
		if e.Kind == Free {
			free = append(free, e)
		} else {
			used = append(used, e)
		}
	}
	s.Form = FormHybrid
	s.Entries = append(append(used, more.Entries...), free...)
	return nil
}
