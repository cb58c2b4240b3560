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

// Faults of a save.
const (
	faultBytes     = "appended_bytes_unreadable"
	faultTwice     = "object_defined_twice"
	faultStray     = "object_not_in_cross_reference"
	faultEntry     = "cross_reference_outside_save"
	faultHybrid    = "hybrid_cross_reference"
	faultChain     = "signed_revision_bypassed"
	faultContainer = "object_stream_malformed"
	faultComment   = "comment_like_structure"
)

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
	l.pos = d.skipSpace(section.end)
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

// mimics tells that comments between objects read like the structure of a file: a reader that mends files would take
// them for it.
func mimics(between []byte) bool {
	for _, word := range []string{"obj", "xref", "trailer", "%%EOF", "stream"} {
		if bytes.Contains(between, []byte(word)) {
			return true
		}
	}
	return false
}

func (d *document) skipSpace(pos int) int {
	for pos >= 0 && pos < len(d.pdf) && isSpace(d.pdf[pos]) {
		pos++
	}
	return pos
}

// eolAt measures the end of line at the start of b.
func eolAt(b []byte) int {
	switch {
	case bytes.HasPrefix(b, []byte("\r\n")):
		return 2
	case len(b) > 0 && (b[0] == '\n' || b[0] == '\r'):
		return 1
	}
	return 0
}

// revisionAt finds the rank of the section that the file had as its last when it ended at an offset. The end must be
// an end-of-file mark with at most one end of line behind it, and startxref must name a section of today's chain.
func (d *document) revisionAt(end int) (rank int, ok bool) {
	head := d.pdf[:end]
	switch {
	case bytes.HasSuffix(head, []byte("\r\n")):
		head = head[:end-2]
	case bytes.HasSuffix(head, []byte("\n")), bytes.HasSuffix(head, []byte("\r")):
		head = head[:end-1]
	}
	head, ok = bytes.CutSuffix(head, []byte("%%EOF"))
	if !ok {
		return 0, false
	}
	at := bytes.LastIndex(head[max(0, len(head)-64):], []byte("startxref"))
	if at < 0 {
		return 0, false
	}
	number := bytes.Trim(head[max(0, len(head)-64)+at+len("startxref"):], "\x00\t\n\f\r ")
	l := &lexer{src: number, budget: d.budget}
	offset, ok := l.natural()
	if !ok || l.pos != len(l.src) {
		return 0, false
	}
	for rank, s := range d.sections {
		if s.start == d.skipSpace(offset) {
			return rank, true
		}
	}
	return 0, false
}
