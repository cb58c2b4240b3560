package examine

import (
	"fmt"
	"slices"

	"campus.example/sealdesk/pdf/examine/glyph"
	"campus.example/sealdesk/pdf/read"
)

// FindOptions say what to find. Unlike Examine, Find takes documents of every kind: what may be signed is for the signer
// to say.
type FindOptions struct {
	Word     string
	Password string
}

// Found is where a word stands in a document.
type Found struct {
	Hits  []Hit // page by page, from top to bottom
	Sizes [][2]float64
}

// Hit is one place.
type Hit struct {
	Keyword
	// Label is true for a word that stands by itself, as on a line to be signed, and false inside a sentence.
	Label bool
}

// Find looks for a word. Every error wraps one of the Err values.
func Find(pdf []byte, o FindOptions) (Found, error) {
	found, err := find(pdf, o)
	if err != nil {
		return Found{}, named(err)
	}
	return found, nil
}

func find(pdf []byte, o FindOptions) (Found, error) {
	doc, err := read.Open(pdf, read.Options{Password: o.Password})
	if err != nil {
		return Found{}, err
	}
	pages, err := doc.Pages()
	if err != nil {
		return Found{}, err
	}
	out := Found{Sizes: make([][2]float64, len(pages))}
	finder := glyph.New(doc, glyph.DefaultBudget())
	words := newWords([]string{o.Word})
	for i, p := range pages {
		w, h := p.Size()
		out.Sizes[i] = [2]float64{w, h}
		if len(words) == 0 {
			continue
		}
		glyphs, err := finder.Page(p)
		if err != nil {
			return Found{}, fmt.Errorf("page %d: %w", i+1, err)
		}
		out.Hits = append(out.Hits, hits(glyphs, words[0], i+1)...)
		if len(out.Hits) > maxFound {
			return Found{}, fmt.Errorf("%w: the word stands in too many places", ErrLimits)
		}
	}
	return out, nil
}

func hits(glyphs []glyph.Glyph, w word, page int) []Hit {
	var out []Hit
	for _, line := range lines(glyphs) {
		letters := spell(line)
		for _, i := range starts(letters, w) {
			h := Hit{Keyword: at(letters[i:i+len(w.runes)], w), Label: label(letters, i, i+len(w.runes))}
			h.Page = page
			out = append(out, h)
		}
	}
	slices.SortStableFunc(out, func(a, b Hit) int { return inOrder(a.Keyword, b.Keyword) })
	return out
}

// label tells whether the letters from one to another stand by themselves: nothing right before them, and right behind
// them nothing but what leads to a place to write in. Right means within the size of the type.
func label(line []letter, from, to int) bool {
	if from > 0 && line[from].from-line[from-1].to < line[from].size {
		return false
	}
	if to == len(line) || line[to].from-line[to-1].to >= line[to].size {
		return true
	}
	switch line[to].r { // as normalised: full width forms have become half width ones
	case ':', '_', '(', '-', '.', '…', '—', '─':
		return true
	}
	return false
}
