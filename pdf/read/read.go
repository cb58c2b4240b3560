// Package read opens PDF documents that nobody vouches for. Every step is bounded: depth, number of objects, length
// of chains, size of what a stream unpacks to. It keeps to what the file says and notes where the file departs from
// the standard; it mends a file only when asked. Offsets are bytes from the start of the data.
//
// Source: ISO 32000-1:2008 and ISO 32000-2:2020, section 7 (syntax); section numbers in comments are those of both.
package read

import (
	"bytes"
	"fmt"
)

// Options say how to open a document.
type Options struct {
	// Password opens an encrypted document, as user or as owner.
	Password string
	// Repair allows objects to be found by looking through the whole file when the cross-reference is broken, and
	// streams to end where they say they end. Such a document can be looked at, not signed.
	Repair bool
	// Limits bound the work; the zero value means DefaultLimits.
	Limits Limits
}

// Limits bound what a document may cost.
type Limits struct {
	Depth    int // of arrays and dictionaries within each other
	Objects  int // that all cross-references together may list
	Sections int // of the chain of cross-references
	Pages    int
	Stream   int // bytes one stream may unpack to
	Unpacked int // bytes all object streams together may unpack to
}

// DefaultLimits suit contracts of some hundred pages.
func DefaultLimits() Limits {
	return Limits{Depth: 64, Objects: 1 << 20, Sections: 512, Pages: 20000, Stream: 64 << 20, Unpacked: 128 << 20}
}

// Document is an opened document. It reads objects when they are asked for and keeps them; it is for one goroutine.
// The data must not change while it is in use.
type Document struct {
	data     []byte
	options  Options
	base     int // where the header stands: offsets in the file count from there
	version  string
	start    int // startxref, from the start of the data
	sections []Section
	trailer  Dict
	entries  map[int]Entry
	size     int
	met      int // the highest number a reference names, of what was read so far
	repaired bool
	lock     *lock // nil when not encrypted
	password string

	objects  map[int]Object
	loading  map[int]bool
	packs    map[int]*pack
	unpacked int
	oddities map[string]bool
}

// Open reads the header, the chain of cross-references and the encryption. Errors: ErrNotPDF, ErrDamaged, ErrLimits,
// ErrEncrypted, ErrPassword, ErrCipher.
func Open(data []byte, o Options) (*Document, error) {
	if o.Limits == (Limits{}) {
		o.Limits = DefaultLimits()
	}
	d := &Document{
		data: data, options: o, entries: map[int]Entry{}, objects: map[int]Object{}, loading: map[int]bool{},
		packs: map[int]*pack{}, oddities: map[string]bool{},
	}
	if err := d.header(); err != nil {
		return nil, err
	}
	err := d.chain()
	if err == nil {
		err = d.checkRoot()
	}
	if err != nil {
		if !o.Repair {
			return nil, err
		}
		if again := d.repair(); again != nil {
			return nil, err
		}
	}
	if err := d.unlock(); err != nil {
		return nil, err
	}
	return d, nil
}

// header finds "%PDF-" within the first 1,024 bytes, as Acrobat does (7.5.2 and its implementation notes).
func (d *Document) header() error {
	head := d.data[:min(len(d.data), 1024)]
	at := bytes.Index(head, []byte("%PDF-"))
	if at < 0 {
		return ErrNotPDF
	}
	d.base = at
	if at > 0 {
		d.odd("bytes before the header")
	}
	version := head[at+5:]
	end := 0
	for end < len(version) && end < 8 && (version[end] == '.' || version[end] >= '0' && version[end] <= '9') {
		end++
	}
	d.version = string(version[:end])
	return nil
}

func (d *Document) checkRoot() error {
	root, ok := d.trailer["Root"].(Ref)
	if !ok {
		return fmt.Errorf("%w: no catalog", ErrDamaged)
	}
	if _, ok := d.entries[root.Num]; !ok {
		return fmt.Errorf("%w: the catalog is not listed", ErrDamaged)
	}
	return nil
}

// Bytes gives the data the document was opened from.
func (d *Document) Bytes() []byte { return d.data }

// Base is the offset of the header, from which offsets inside the file count.
func (d *Document) Base() int { return d.base }

// Version is that of the header; the catalog may name a later one.
func (d *Document) Version() string { return d.version }

// Password is the one that opened an encrypted document, in the encoding that did: readers that know one encoding alone
// are given this one.
func (d *Document) Password() string { return d.password }

// Repaired tells that the cross-reference was broken and the objects were found by looking for them.
func (d *Document) Repaired() bool { return d.repaired }

// odd notes a departure from the standard that the document was read in spite of.
func (d *Document) odd(what string) {
	if len(d.oddities) < 64 {
		d.oddities[what] = true
	}
}
