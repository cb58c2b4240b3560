// Package file reads a PDF document for the checker: its syntax, its saves with their cross-references, its encryption
// (ISO 32000-2 7.2 to 7.6). It reads strictly: what two readers could understand differently is refused, never repaired.
// What is done for one document is counted against a budget.
package file

import (
	"bytes"
	"sort"

	"campus.example/sealdesk/domain"
)

// Document is a file with all its saves. A rank is the number of a save: 0 is the oldest section. A reader of that save
// sees the newest entry of each object up to that rank.
type Document struct {
	pdf      []byte
	budget   *budget
	crypt    *crypt     // nil unless encrypted
	sections []*Section // oldest first
	index    map[int][]Version
	cache    map[Version]cached
	packs    map[Version]*pack
}

// Version is an entry and the rank that brought it.
type Version struct {
	Rank int
	Entry
}

type cached struct {
	value Value
	err   error
}

// Open reads the chain of sections back from the last startxref, and the encryption. It fails with CodeDocNotPDF,
// CodeDocEncrypted, ErrDamaged or ErrLimit.
func Open(pdf []byte, password string) (*Document, error) {
	d := &Document{
		pdf: pdf, budget: newBudget(len(pdf)), index: map[int][]Version{}, cache: map[Version]cached{},
		packs: map[Version]*pack{},
	}
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		return nil, domain.Fail(domain.CodeDocNotPDF)
	}
	if err := d.chain(); err != nil {
		return nil, err
	}
	for rank, s := range d.sections {
		for n, e := range s.Entries {
			d.index[n] = append(d.index[n], Version{rank, e})
		}
	}
	if last := d.Trailer(d.Last()); last.Has("Encrypt") {
		c, err := d.unlock(last, password)
		if err != nil {
			return nil, err
		}
		d.crypt = c
		clear(d.cache)
		clear(d.packs)
	}
	return d, nil
}

func (d *Document) chain() error {
	at := bytes.LastIndex(d.pdf, []byte("startxref"))
	if at < 0 {
		return ErrDamaged
	}
	l := &lexer{src: d.pdf, pos: at + len("startxref"), inFile: true, budget: d.budget}
	l.skip()
	offset, ok := l.natural()
	if !ok {
		return ErrDamaged
	}
	seen := map[int]bool{}
	for offset >= 0 {
		s, err := d.readSection(offset)
		if err != nil {
			return err
		}
		if seen[s.start] {
			return ErrDamaged
		}
		if len(d.sections) >= maxSections {
			return ErrLimit
		}
		seen[s.start] = true
		d.sections = append(d.sections, s)
		offset = s.prev
	}
	for i, j := 0, len(d.sections)-1; i < j; i, j = i+1, j-1 {
		d.sections[i], d.sections[j] = d.sections[j], d.sections[i]
	}
	return nil
}

// Last returns the rank of the newest section.
func (d *Document) Last() int { return len(d.sections) - 1 }

// Trailer returns the trailer of a rank.
func (d *Document) Trailer(rank int) *Dict { return d.sections[rank].trailer }

// Lookup returns the entry of an object as a reader of that rank sees it. ok is false for an object that is not there.
func (d *Document) Lookup(num, rank int) (Version, bool) {
	all := d.index[num]
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Rank <= rank {
			return all[i], all[i].Kind != EntryFree
		}
	}
	return Version{}, false
}

// Work spends n steps of the budget.
func (d *Document) Work(n int) error { return d.budget.work(n) }

// Bytes returns the file; it must not be changed.
func (d *Document) Bytes() []byte { return d.pdf }

// Encrypted reports whether strings and streams of the file are encrypted.
func (d *Document) Encrypted() bool { return d.crypt != nil }

// Section returns the cross-reference section of a rank.
func (d *Document) Section(rank int) *Section { return d.sections[rank] }

// RankBefore returns the highest rank whose section starts before an offset, -1 when there is none.
func (d *Document) RankBefore(offset int) int {
	found := -1
	for rank, s := range d.sections {
		if s.start < offset {
			found = rank
		}
	}
	return found
}

// Place is an object that stands in the file itself, and its entry.
type Place struct {
	Num int
	Version
}

// Places returns the objects of all ranks that stand in the file itself, by offset.
func (d *Document) Places() []Place {
	var out []Place
	for num, all := range d.index {
		for _, v := range all {
			if v.Kind == EntryPlain {
				out = append(out, Place{num, v})
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Offset < out[j].Offset })
	return out
}
