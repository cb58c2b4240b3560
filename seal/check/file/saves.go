package file

import (
	"bytes"

	"campus.example/sealdesk/seal/check/reason"
)

// Save is one save behind a signed revision, read byte by byte from its first object to its end-of-file mark.
type Save struct {
	start, End int // [start, end): end is behind the mark and its end of line
	Mark       int // behind the mark
	Rank       int
	objects    map[int]object // by number
	Fault      string         // why it cannot be taken for a clean save
}

// Saves returns the saves that follow a signed revision, which ends at an offset and whose section has a rank. Every
// byte must belong to a save that the chain of sections lists; the first fault ends the reading.
func (d *Document) Saves(from, rank int) (saves []Save, fault string) {
	for {
		l := &lexer{src: d.pdf, pos: from, inFile: true, budget: d.budget}
		l.pos = d.skipSpace(from)
		if l.pos == len(d.pdf) {
			if rank != d.Last() {
				return saves, reason.RevisionBypassed
			}
			if l.pos-from > 2 {
				return saves, reason.BytesUnreadable
			}
			return saves, ""
		}
		rank++
		if rank > d.Last() {
			return saves, reason.BytesUnreadable
		}
		if d.sections[rank].start < from {
			return saves, reason.RevisionBypassed
		}
		s, ok := d.readSave(l, rank)
		if !ok {
			return saves, reason.BytesUnreadable
		}
		s.start = from
		if s.Fault == "" {
			s.Fault = d.checkEntries(s)
		}
		saves = append(saves, s)
		from = s.End
	}
}

// readSave reads objects until the section of that rank, then its end.
func (d *Document) readSave(l *lexer, rank int) (Save, bool) {
	s := Save{Rank: rank, objects: map[int]object{}}
	section := d.sections[rank]
	length := func(r Ref) (Value, error) { return d.Load(r, rank) }
	for {
		from := l.pos
		l.skip()
		if mimics(d.pdf[from:l.pos]) {
			s.Fault = reason.CommentLikeStructure
		}
		if l.pos >= section.start {
			break
		}
		o, err := d.readObject(l.pos, length)
		if err != nil {
			return s, false
		}
		if _, again := s.objects[o.ref.Num]; again {
			s.Fault = reason.ObjectTwice
		}
		s.objects[o.ref.Num] = o
		l.pos = o.end
	}
	if l.pos != section.start {
		return s, false
	}
	if section.trailer.Has("XRefStm") {
		s.Fault = reason.HybridTable
	}
	l.pos = section.End
	l.skip() // iText names itself here
	if mimics(d.pdf[section.End:l.pos]) {
		s.Fault = reason.CommentLikeStructure
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
	s.Mark = l.pos + len("%%EOF")
	s.End = s.Mark + eolAt(d.pdf[s.Mark:])
	return s, true
}
