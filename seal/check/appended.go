package check

import (
	"bytes"
)

// save is one save behind a signed revision, read byte by byte from its first object to its end-of-file mark.
type save struct {
	start, end int // [start, end): end is behind the mark and its end of line
	mark       int // behind the mark
	rank       int
	objects    map[int]object // by number
	fault      string         // why it cannot be taken for a clean save
}

// savesFrom reads what follows a signed revision that ends at an offset, whose section has a rank. Every byte must
// belong to a save that the chain of sections knows; the first fault ends the reading.
func (d *document) savesFrom(from, rank int) (saves []save, fault string) {
	for {
		l := &lexer{src: d.pdf, pos: from, inFile: true, budget: d.budget}
		l.pos = d.skipSpace(from)
		if l.pos == len(d.pdf) {
			if rank != d.last() {
				return saves, faultChain
			}
			if l.pos-from > 2 {
				return saves, faultBytes
			}
			return saves, ""
		}
		rank++
		if rank > d.last() {
			return saves, faultBytes
		}
		if d.sections[rank].start < from {
			return saves, faultChain
		}
		s, ok := d.readSave(l, rank)
		if !ok {
			return saves, faultBytes
		}
		s.start = from
		if s.fault == "" {
			s.fault = d.checkEntries(s)
		}
		saves = append(saves, s)
		from = s.end
	}
}

// readSave reads objects until the section of that rank, then its end.
func (d *document) readSave(l *lexer, rank int) (save, bool) {
	s := save{rank: rank, objects: map[int]object{}}
	section := d.sections[rank]
	length := func(r ref) (value, error) { return d.load(r, rank) }
	for {
		from := l.pos
		l.skip()
		if mimics(d.pdf[from:l.pos]) {
			s.fault = faultComment
		}
		if l.pos >= section.start {
			break
		}
		o, err := d.readObject(l.pos, length)
		if err != nil {
			return s, false
		}
		if _, again := s.objects[o.ref.num]; again {
			s.fault = faultTwice
		}
		s.objects[o.ref.num] = o
		l.pos = o.end
	}
	if l.pos != section.start {
		return s, false
	}
	if section.trailer.has("XRefStm") {
		s.fault = faultHybrid
	}
	l.pos = section.end
	l.skip() // iText names itself here
	if mimics(d.pdf[section.end:l.pos]) {
		s.fault = faultComment
	}
	if !l.keyword("startxref") {
		return s, false
	}
	l.pos = d.skipSpace(l.pos)
	offset, ok := l.natural()
	if !ok || d.skipSpace(offset) != section.start {
		return s, false
	}
	l.pos = d.skipSpace(l.pos)
	if !bytes.HasPrefix(d.pdf[l.pos:], []byte("%%EOF")) {
		return s, false
	}
	s.mark = l.pos + len("%%EOF")
	s.end = s.mark + eolAt(d.pdf[s.mark:])
	return s, true
}
