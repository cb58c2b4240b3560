// Package examine takes a first look at a document of a stranger: whether the office can take it, how large its pages
// are, and where the words stand that mark the places to sign.
//
// The words are found in what the document says its glyphs mean. A document can say one thing and draw another; the
// place found is a proposal, which a person sees on the page before anything is sealed there.
package examine

import (
	"fmt"

	"campus.example/sealdesk/pdf/examine/glyph"
	"campus.example/sealdesk/pdf/read"
)

// Options say what to look for and what is too much.
type Options struct {
	Keywords []string // found in any width of brackets, with any spacing
	MaxPages int      // zero means 2000
	MaxBytes int      // zero means 64 MiB
}

const (
	usualPages = 2000
	usualBytes = 64 << 20
	maxFound   = 10000 // places of keywords in a document
)

// Result is what the look found.
type Result struct {
	Pages    int
	Sizes    [][2]float64 // width and height of each page as shown, points
	Keywords []Keyword    // page by page, from top to bottom
	Saves    int          // how often it was saved, earlier versions kept inside
	Oddities []string     // departures from the standard that the document was read in spite of
}

// Keyword is one place where a wanted word stands, in points from the bottom left of the page as shown. The box holds
// the cells of its characters, whose height is the type size.
type Keyword struct {
	Word       string
	Page       int // from 1
	X, Y, W, H float64
}

// Examine looks at a document. Every error wraps one of the Err values. It bounds its own work, yet belongs into a
// child process when the document comes from outside.
func Examine(pdf []byte, o Options) (Result, error) {
	if o.MaxPages <= 0 {
		o.MaxPages = usualPages
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = usualBytes
	}
	switch {
	case len(pdf) == 0:
		return Result{}, ErrEmpty
	case len(pdf) > o.MaxBytes:
		return Result{}, fmt.Errorf("%w: %d bytes", ErrTooBig, len(pdf))
	}
	result, err := examine(pdf, o)
	if err != nil {
		return Result{}, named(err)
	}
	return result, nil
}

func examine(pdf []byte, o Options) (Result, error) {
	limits := read.DefaultLimits()
	limits.Pages = o.MaxPages
	doc, err := read.Open(pdf, read.Options{Limits: limits})
	if err != nil {
		return Result{}, err
	}
	if _, locked := doc.Trailer()["Encrypt"]; locked {
		// It opens without a password, but what it forbids would bind whoever signs it.
		return Result{}, ErrEncrypted
	}
	pages, err := doc.Pages()
	if err != nil {
		return Result{}, err
	}
	if err := refuse(doc); err != nil {
		return Result{}, err
	}
	out := Result{Pages: len(pages), Sizes: make([][2]float64, len(pages)), Saves: len(doc.Revisions())}
	finder := glyph.New(doc, glyph.DefaultBudget())
	words := newWords(o.Keywords)
	for i, p := range pages {
		w, h := p.Size()
		out.Sizes[i] = [2]float64{w, h}
		if len(words) == 0 {
			continue
		}
		glyphs, err := finder.Page(p)
		if err != nil {
			return Result{}, fmt.Errorf("page %d: %w", i+1, err)
		}
		found := search(glyphs, words)
		if len(out.Keywords)+len(found) > maxFound {
			return Result{}, fmt.Errorf("%w: the words to look for stand in too many places", ErrLimits)
		}
		for _, k := range found {
			k.Page = i + 1
			out.Keywords = append(out.Keywords, k)
		}
	}
	out.Oddities = doc.Oddities()
	return out, nil
}
