package file

import "bytes"

// mimics reports whether comments between objects read like the structure of a file. A reader that mends files would
// take them for it.
func mimics(between []byte) bool {
	for _, word := range []string{"obj", "xref", "trailer", "%%EOF", "stream"} {
		if bytes.Contains(between, []byte(word)) {
			return true
		}
	}
	return false
}

// skipSpace returns the first position from pos on that is no white space.
func (d *Document) skipSpace(pos int) int {
	for pos >= 0 && pos < len(d.pdf) && isSpace(d.pdf[pos]) {
		pos++
	}
	return pos
}

// eolAt returns the length of the end of line that b begins with, 0 when there is none.
func eolAt(b []byte) int {
	switch {
	case bytes.HasPrefix(b, []byte("\r\n")):
		return 2
	case len(b) > 0 && (b[0] == '\n' || b[0] == '\r'):
		return 1
	}
	return 0
}

// RevisionAt returns the rank of the section that the file had as its last when it ended at an offset. ok is false
// unless that end is an end-of-file mark with at most one end of line behind it, and startxref names a section of
// today's chain.
func (d *Document) RevisionAt(end int) (rank int, ok bool) {
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
