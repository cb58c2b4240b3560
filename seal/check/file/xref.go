package file

// Kinds of cross-reference entries.
const (
	EntryFree = iota
	EntryPlain
	entryPacked
)

// Entry is the place of an object. For a packed object, Offset is the number of its object stream and index its place
// there.
type Entry struct {
	Kind, Gen, Offset, index int
}

// Section is one cross-reference section with its trailer: one save of the document, or a part of the first.
type Section struct {
	start, End int // of the table with its trailer, or of the stream object
	trailer    *Dict
	Entries    map[int]Entry
	Stream     int // number of the cross-reference stream, 0 for a table
	prev       int // -1 in the first
	hybrid     bool
}

// readSection reads the section at an offset. It must stand there; a search would find what others do not.
func (d *Document) readSection(offset int) (*Section, error) {
	if offset < 0 || offset >= len(d.pdf) {
		return nil, ErrDamaged
	}
	l := &lexer{src: d.pdf, pos: offset, inFile: true, budget: d.budget}
	l.skip()
	s := &Section{start: l.pos, Entries: map[int]Entry{}, prev: -1}
	var err error
	if l.keyword("xref") {
		err = d.readTable(l, s)
	} else {
		err = d.readXrefStream(l.pos, s)
	}
	if err != nil {
		return nil, err
	}
	if s.trailer.Twice {
		return nil, l.bad("trailer with a key twice")
	}
	if v := s.trailer.Get("Prev"); v != nil {
		if s.prev = IntOr(v, -1); s.prev < 0 {
			return nil, l.bad("Prev")
		}
	}
	return s, nil
}

// readTable reads "xref", its subsections and the trailer.
func (d *Document) readTable(l *lexer, s *Section) error {
	for {
		l.skip()
		if l.keyword("trailer") {
			break
		}
		first, ok := l.natural()
		l.skip()
		count, ok2 := l.natural()
		if !ok || !ok2 || first+count > maxNumber {
			return l.bad("subsection")
		}
		if err := d.budget.spend(&d.budget.entries, count); err != nil {
			return err
		}
		for n := first; n < first+count; n++ {
			e, ok := l.tableEntry()
			if !ok {
				return l.bad("entry")
			}
			if _, again := s.Entries[n]; again {
				return l.bad("entry given twice")
			}
			s.Entries[n] = e
		}
	}
	v, err := l.parse(0)
	if err != nil {
		return err
	}
	trailer, ok := v.(*Dict)
	if !ok {
		return l.bad("trailer")
	}
	s.trailer, s.End = trailer, l.pos
	return d.readHybrid(s)
}

// tableEntry reads "0000000016 00000 n".
func (l *lexer) tableEntry() (Entry, bool) {
	for isSpace(l.peek(0)) && l.pos < len(l.src) {
		l.pos++
	}
	offset, ok := l.natural()
	if !ok || l.peek(0) != ' ' {
		return Entry{}, false
	}
	l.pos++
	gen, ok := l.natural()
	if !ok || l.peek(0) != ' ' {
		return Entry{}, false
	}
	l.pos++
	// Some writers say 65536 of the first entry, or that it is in use: nothing stands at the start of a file.
	switch used := l.keyword("n"); {
	case used && offset > 0 && gen <= 65535:
		return Entry{Kind: EntryPlain, Gen: gen, Offset: offset}, true
	case used && offset == 0, !used && l.keyword("f"):
		return Entry{Kind: EntryFree, Gen: min(gen, 65535)}, true
	}
	return Entry{}, false
}

// readHybrid adds the objects that a hybrid file hides from old readers (ISO 32000-2 7.5.8.4).
func (d *Document) readHybrid(s *Section) error {
	v := s.trailer.Get("XRefStm")
	if v == nil {
		return nil
	}
	hidden := &Section{Entries: map[int]Entry{}, prev: -1}
	if err := d.readXrefStream(IntOr(v, -1), hidden); err != nil {
		return err
	}
	s.hybrid = true
	for n, e := range hidden.Entries {
		if own, there := s.Entries[n]; !there || own.Kind == EntryFree {
			s.Entries[n] = e
		}
	}
	return nil
}
