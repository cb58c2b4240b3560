package read

import "bytes"

// Revision is one save of the document: it ends behind its %%EOF.
type Revision struct {
	Section int // index in Sections: the newest cross-reference of the revision
	End     int // offset behind %%EOF and its end of line
}

// Revisions lists the saves, oldest first. The last one ends where its %%EOF does; what follows belongs to none.
func (d *Document) Revisions() []Revision {
	at := map[int]int{}
	for i, s := range d.sections {
		at[s.Offset] = i
	}
	var out []Revision
	seen := map[int]bool{}
	for from := 0; ; {
		i := bytes.Index(d.data[from:], []byte("startxref"))
		if i < 0 {
			return out
		}
		from += i + len("startxref")
		l := lexer{b: d.data, at: from}
		n, ok := l.natural()
		section, known := at[n+d.base]
		if !ok || !known || seen[section] {
			continue
		}
		for l.at < len(d.data) && White(d.data[l.at]) {
			l.at++
		}
		if !bytes.HasPrefix(d.data[l.at:], []byte("%%EOF")) || l.at < d.sections[section].Offset {
			continue
		}
		end := l.at + len("%%EOF")
		if end < len(d.data) && d.data[end] == '\r' {
			end++
		}
		if end < len(d.data) && d.data[end] == '\n' {
			end++
		}
		seen[section] = true
		out = append(out, Revision{Section: section, End: end})
	}
}
