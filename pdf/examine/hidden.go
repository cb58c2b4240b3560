package examine

import (
	"fmt"
	"slices"

	"campus.example/sealdesk/pdf/examine/glyph"
	"campus.example/sealdesk/pdf/read"
)

// conceals looks in one dictionary for content that is not shown now and could be by a later save or another reader:
// what stands outside the file, what is waited for, notes that are hidden. data is true for the dictionary of a stream.
func conceals(doc *read.Document, d read.Dict, data bool) error {
	switch {
	case data && d["F"] != nil:
		return fmt.Errorf("%w: data of a stream stands in another file", ErrHidden)
	case data && d["Ref"] != nil && d["Subtype"] == read.Object(read.Name("Form")):
		return fmt.Errorf("%w: it shows a page of another file", ErrHidden)
	}
	for _, key := range []read.Name{
		"Contents", "Resources", "Annots", "AP", "N", "XObject", "Font", "Pattern", "ExtGState", "SMask", "CharProcs",
	} {
		if num, missing := awaited(doc, d[key], 0); missing {
			return fmt.Errorf("%w: %s waits for object %d", ErrHidden, string(key), num)
		}
	}
	return hiddenNote(doc, d)
}

// awaited tells whether what is drawn refers to an object that is not in the file: a later save could bring it.
func awaited(doc *read.Document, o read.Object, deep int) (num int, missing bool) {
	switch v := o.(type) {
	case read.Ref:
		e, there := doc.Entry(v.Num)
		return v.Num, !there || e.Kind == read.Free
	case read.Array:
		for _, e := range v {
			if r, ok := e.(read.Ref); ok {
				if num, missing := awaited(doc, r, deep); missing {
					return num, true
				}
			}
		}
	case read.Dict:
		for _, e := range v {
			if r, ok := e.(read.Ref); ok && deep == 0 {
				if num, missing := awaited(doc, r, 1); missing {
					return num, true
				}
			}
		}
	}
	return 0, false
}

// The flags of an annotation that keep it from the screen (12.5.3).
const (
	noteHidden = 1 << 1
	noteNoView = 1 << 5
)

// hiddenNote tells of an annotation with a picture that is not shown. Fields are hidden by many forms and popups by
// all readers: neither covers a text.
func hiddenNote(doc *read.Document, d read.Dict) error {
	if d["Rect"] == nil || d["AP"] == nil {
		return nil
	}
	kind, _ := is[read.Name](doc, d["Subtype"])
	flags, _ := is[int](doc, d["F"])
	if kind == "" || kind == "Popup" || kind == "Widget" || flags&(noteHidden|noteNoView) == 0 {
		return nil
	}
	return fmt.Errorf("%w: a note that is not shown", ErrHidden)
}

// is gives an object of a kind; what is of another kind, or cannot be read, conceals nothing.
func is[T read.Object](doc *read.Document, o read.Object) (v T, ok bool) {
	o, err := doc.Get(o)
	if err != nil {
		return v, false
	}
	v, ok = o.(T)
	return v, ok
}

// ambiguous tells of layers that are off or look different on paper, and of what is said twice.
func ambiguous(doc *read.Document, root read.Dict) error {
	switch {
	case len(glyph.LayersOff(doc)) > 0:
		return fmt.Errorf("%w: a layer is off", ErrHidden)
	case layerSwitches(doc, root):
		return fmt.Errorf("%w: a layer is shown on the screen or on paper alone", ErrHidden)
	case slices.Contains(doc.Oddities(), read.Contradiction):
		return fmt.Errorf("%w: %s", ErrHidden, read.Contradiction)
	}
	if num, twice := doc.Twice(); twice {
		return fmt.Errorf("%w: object %d is defined twice", ErrHidden, num)
	}
	return nil
}

// layerSwitches tells whether a layer asks to be off for some use (8.11.4.4).
func layerSwitches(doc *read.Document, root read.Dict) bool {
	all, _ := is[read.Dict](doc, root["OCProperties"])
	groups, _ := is[read.Array](doc, all["OCGs"])
	for _, g := range groups {
		group, _ := is[read.Dict](doc, g)
		usage, _ := is[read.Dict](doc, group["Usage"])
		for _, use := range []read.Name{"View", "Print", "Export"} {
			state, _ := is[read.Dict](doc, usage[use])
			if off, _ := is[read.Name](doc, state[use+"State"]); off == "OFF" {
				return true
			}
		}
	}
	return false
}
