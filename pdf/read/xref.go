package read

import (
	"bytes"
	"fmt"
	"slices"
)

// Form is how a cross-reference is written.
type Form int

// The forms (7.5.4, 7.5.8, 7.5.8.4).
const (
	FormTable  Form = iota // xref ... trailer
	FormStream             // a stream, PDF 1.5
	FormHybrid             // a table whose trailer names a stream with more
)

// Kind is what an entry of a cross-reference says of an object.
type Kind int

// The kinds of entries.
const (
	Free Kind = iota
	InUse
	Packed // in an object stream
)

// Entry is where an object stands.
type Entry struct {
	Num, Gen int
	Kind     Kind
	Offset   int // InUse: from the start of the data
	Pack     int // Packed: the object stream
	Index    int // Packed: the place in it
}

// Section is one cross-reference of the chain.
type Section struct {
	Offset  int // of "xref" or of the stream's object number
	Form    Form
	Trailer Dict
	Entries []Entry
}

// startXRef finds the last startxref; trailing bytes are allowed, as long as they are few.
func (d *Document) startXRef() (int, error) {
	from := max(0, len(d.data)-4096)
	at := bytes.LastIndex(d.data[from:], []byte("startxref"))
	if at < 0 {
		return 0, fmt.Errorf("%w: no startxref", ErrDamaged)
	}
	l := lexer{b: d.data, at: from + at + len("startxref")}
	n, ok := l.natural()
	if !ok {
		return 0, fmt.Errorf("%w: no number after startxref", ErrDamaged)
	}
	return n, nil
}

// chain reads the cross-references from the newest to the oldest. For each object the newest entry counts.
func (d *Document) chain() error {
	start, err := d.startXRef()
	if err != nil {
		return err
	}
	seen := map[int]bool{}
	next, more := start, true
	for more {
		at := next + d.base
		if at < 0 || at >= len(d.data) {
			return fmt.Errorf("%w: a cross-reference lies outside the file", ErrDamaged)
		}
		if seen[at] {
			return fmt.Errorf("%w: the cross-references go in a circle", ErrDamaged)
		}
		if len(seen) >= d.options.Limits.Sections {
			return fmt.Errorf("%w: too many cross-references", ErrLimits)
		}
		seen[at] = true
		s, err := d.section(at, seen)
		if err != nil {
			return err
		}
		if d.trailer == nil {
			d.trailer, d.start = s.Trailer, s.Offset
		}
		d.sections = append(d.sections, s)
		prev := s.Trailer["Prev"]
		if next, more = prev.(int); !more && prev != nil {
			return fmt.Errorf("%w: Prev is no number", ErrDamaged)
		}
	}
	return d.index()
}

// index makes one list of all entries.
func (d *Document) index() error {
	total := 0
	for _, s := range d.sections {
		total += len(s.Entries)
	}
	if total > d.options.Limits.Objects {
		return fmt.Errorf("%w: too many objects", ErrLimits)
	}
	clear(d.entries)
	for _, s := range d.sections {
		if n, ok := s.Trailer["Size"].(int); ok && n <= maxNumber+1 {
			d.size = max(d.size, n)
		}
		for _, e := range s.Entries {
			if _, ok := d.entries[e.Num]; !ok {
				d.entries[e.Num] = e
			}
			if e.Num >= d.size {
				d.size = e.Num + 1
			}
		}
	}
	return nil
}

// section reads the cross-reference at an offset, in whatever form it is.
func (d *Document) section(at int, seen map[int]bool) (Section, error) {
	p := d.parser(d.data, at)
	if p.keyword("xref") {
		return d.table(at, p, seen)
	}
	return d.xrefStream(at)
}

// Trailer is that of the newest cross-reference. It must not be changed.
func (d *Document) Trailer() Dict { return d.trailer }

// Sections lists the cross-references, newest first. They must not be changed.
func (d *Document) Sections() []Section { return d.sections }

// StartXRef is where the newest cross-reference stands, from the start of the data.
func (d *Document) StartXRef() int { return d.start }

// Form is how the newest cross-reference is written.
func (d *Document) Form() Form {
	if len(d.sections) == 0 {
		return FormTable
	}
	return d.sections[0].Form
}

// Unused is a number no cross-reference lists and nothing that was read so far waits for, nor any number above it: what is
// written under it appears nowhere by mistake.
func (d *Document) Unused() int { return max(d.size, d.met+1) }

// Entry tells where an object stands; false when no cross-reference lists it.
func (d *Document) Entry(num int) (Entry, bool) {
	e, ok := d.entries[num]
	return e, ok
}

// Numbers lists the objects that are in use, ascending.
func (d *Document) Numbers() []int {
	var out []int
	for n, e := range d.entries {
		if e.Kind != Free {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}

// Oddities lists the departures from the standard met so far.
func (d *Document) Oddities() []string {
	var out []string
	for s := range d.oddities {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}
