package glyph

import (
	"strings"

	"campus.example/sealdesk/pdf/read"
)

// loadSimple makes a font of one-byte codes ready: Type1, MMType1, TrueType and Type3 (9.6).
func (f *Finder) loadSimple(t *typeface, d read.Dict, kind read.Name) error {
	names, err := f.glyphNames(d["Encoding"])
	if err != nil {
		return err
	}
	t.simple = &[256]char{}
	scale, em := 1.0/1000, 1.0
	if kind == "Type3" {
		scale, em = f.type3(d)
	}
	// What cannot be read of these is left out: the characters are told without it.
	descriptor, err := f.doc.Dict(d["FontDescriptor"])
	if err = mild(err); err != nil {
		return err
	}
	missing := f.number(descriptor["MissingWidth"], 0)
	widths, err := f.doc.Array(d["Widths"])
	if err = mild(err); err != nil {
		return err
	}
	base, err := f.doc.Name(d["BaseFont"])
	if err = mild(err); err != nil {
		return err
	}
	first := int(f.number(d["FirstChar"], 0))
	for i := range t.simple {
		c := &t.simple[i]
		*c = char{bytes: 1, em: em, space: i == 32}
		width := missing
		if k := i - first; k >= 0 && k < len(widths) {
			width = f.number(widths[k], missing)
		} else if len(widths) == 0 {
			width = standardWidth(string(base), i)
		}
		c.width = width * scale
		if t.unicode != nil {
			c.text = t.unicode.Text(oneByte(i))
		}
		if c.text == "" {
			c.text = names[i]
		}
	}
	return nil
}

// type3 gives how glyph space relates to text space, and the height of the type in text space: glyph programs say of
// themselves neither em nor base line (9.6.5).
func (f *Finder) type3(d read.Dict) (scale, em float64) {
	scale = 1.0 / 1000
	a, err := f.doc.Array(d["FontMatrix"])
	if v := numbers(a); err == nil && len(v) == 6 && v[0] != 0 && finite(v...) {
		scale = v[0]
	}
	if box, ok, err := f.doc.Box(d["FontBBox"]); err == nil && ok {
		if h := (box[3] - box[1]) * scale; h > 0 {
			return scale, h
		}
	}
	widest := 0.0
	if list, err := f.doc.Array(d["Widths"]); err == nil {
		for _, o := range list {
			widest = max(widest, f.number(o, 0))
		}
	}
	if widest > 0 {
		return scale, widest * scale
	}
	return scale, 1
}

// glyphNames gives the text of each code by the Encoding of a simple font (9.6.6).
func (f *Finder) glyphNames(o read.Object) (out [256]string, err error) {
	o, err = f.doc.Get(o)
	if err != nil {
		return out, mild(err)
	}
	base, _ := o.(read.Name)
	d, _ := o.(read.Dict)
	if d != nil {
		if base, err = f.doc.Name(d["BaseEncoding"]); err != nil {
			return out, mild(err)
		}
	}
	out = baseEncoding(string(base))
	list, err := f.doc.Array(d["Differences"])
	if err != nil {
		return out, mild(err)
	}
	code := 0
	for _, o := range list {
		if o, err = f.doc.Get(o); err != nil {
			return out, mild(err)
		}
		switch v := o.(type) {
		case int:
			code = v
		case read.Name:
			if code >= 0 && code < 256 {
				out[code] = nameText(string(v))
			}
			code++
		}
	}
	return out, nil
}

// standardWidth gives the width of ASCII in the fonts a document may leave to the reader (9.6.2.2), in thousandths.
func standardWidth(font string, code int) float64 {
	if strings.Contains(font, "Courier") {
		return 600
	}
	if code < 0x20 || code > 0x7e {
		return 556
	}
	if strings.Contains(font, "Times") {
		return float64(timesWidths()[code-0x20])
	}
	return float64(helveticaWidths()[code-0x20])
}
