package glyph

import (
	"fmt"
	"reflect"

	"campus.example/sealdesk/pdf/examine/cmap"
	"campus.example/sealdesk/pdf/read"
)

// char is one code of a string as a font shows it. Lengths are in type sizes.
type char struct {
	bytes    int
	text     string
	width    float64
	em       float64 // what counts as the height of the type; 1 but for type 3
	space    bool    // the one-byte code 32, to which word spacing applies (9.3.3)
	vertical bool
	down     float64 // the pen's way in vertical writing, negative
	originX  float64 // of vertical writing, from the origin of the glyph
}

// typeface is a font of the document, made ready. Either coding (composite fonts) or simple is set.
type typeface struct {
	coding    cmap.Coding
	composite *composite
	simple    *[256]char
	unicode   *cmap.Map // may be nil
	known     map[cmap.Code]char
}

func (t *typeface) vertical() bool { return t.coding != nil && t.coding.Vertical() }

// next gives the first character of s, which is not empty.
func (t *typeface) next(s string) char {
	if t.simple != nil {
		return t.simple[s[0]]
	}
	code := t.coding.Next(s)
	if c, ok := t.known[code]; ok {
		return c
	}
	c := t.composite.char(t, code)
	if len(t.known) < 1<<16 {
		t.known[code] = c
	}
	return c
}

// font makes a font ready. One that cannot be read is nil: its text is not found.
func (f *Finder) font(o read.Object) (*typeface, error) {
	d, err := f.doc.Dict(o)
	if err != nil || d == nil {
		return nil, mild(err)
	}
	// The document keeps what it has read, so the same font is the same map, be it a direct object or not.
	same := reflect.ValueOf(d).Pointer()
	if t, ok := f.fonts[same]; ok {
		return t, nil
	}
	if err := spend(&f.budget.Fonts, 1, "fonts"); err != nil {
		return nil, err
	}
	t, err := f.load(d)
	if err != nil {
		if err = mild(err); err != nil {
			return nil, err
		}
		t = nil
	}
	f.fonts[same] = t
	return t, nil
}

func (f *Finder) load(d read.Dict) (*typeface, error) {
	t := &typeface{known: map[cmap.Code]char{}}
	var err error
	if t.unicode, err = f.toUnicode(d["ToUnicode"]); err != nil {
		return nil, err
	}
	kind, err := f.doc.Name(d["Subtype"])
	if err != nil {
		return nil, err
	}
	if kind == "Type0" {
		err = f.loadComposite(t, d)
	} else {
		err = f.loadSimple(t, d, kind)
	}
	if err != nil {
		return nil, fmt.Errorf("font: %w", err)
	}
	return t, nil
}

// toUnicode reads the map from codes to text (9.10.3); nil when there is none that can be read.
func (f *Finder) toUnicode(o read.Object) (*cmap.Map, error) {
	o, err := f.doc.Get(o)
	if err != nil {
		return nil, mild(err)
	}
	switch v := o.(type) {
	case *read.Stream:
		b, err := f.decode(v)
		if err != nil {
			return nil, mild(err)
		}
		if m := cmap.Parse(b); !m.Empty() {
			return m, nil
		}
	case read.Name:
		if v == "Identity-H" || v == "Identity-V" { // codes are characters
			return cmap.Parse([]byte("1 beginbfrange <0000> <FFFF> <0000> endbfrange")), nil
		}
	}
	return nil, nil
}

// number reads an optional number.
func (f *Finder) number(o read.Object, otherwise float64) float64 {
	if v, ok, err := f.doc.Number(o); err == nil && ok && finite(v) {
		return v
	}
	return otherwise
}
