package glyph

import (
	"campus.example/sealdesk/pdf/examine/cmap"
	"campus.example/sealdesk/pdf/read"
)

// composite is what a Type0 font says of its glyphs (9.7). Widths are thousandths.
type composite struct {
	widths     metrics // of one value
	usual      float64
	downs      metrics // w1, vx, vy
	usualDown  float64
	usualRise  float64
	outline    map[int]rune // glyph to character by the embedded program; may be nil
	cidToGlyph []byte       // two bytes for each CID; nil is identity
}

func (f *Finder) loadComposite(t *typeface, d read.Dict) error {
	list, err := f.doc.Array(d["DescendantFonts"])
	if err != nil {
		return err
	}
	var below read.Dict
	if len(list) > 0 {
		if below, err = f.doc.Dict(list[0]); err != nil {
			return err
		}
	}
	if t.coding, err = f.encoding(d["Encoding"]); err != nil {
		return err
	}
	c := &composite{}
	t.composite = c
	c.usual = f.number(below["DW"], 1000)
	c.usualRise, c.usualDown = 880, -1000
	if a, err := f.doc.Array(below["DW2"]); err == nil && len(a) >= 2 {
		c.usualRise, c.usualDown = f.number(a[0], 880), f.number(a[1], -1000)
	}
	if c.widths, err = f.perCID(below["W"], 1); err != nil {
		return err
	}
	if c.downs, err = f.perCID(below["W2"], 3); err != nil {
		return err
	}
	if t.unicode == nil {
		return f.outlines(c, below)
	}
	return nil
}

// encoding gives the coding of a composite font; one that is not known is taken for two bytes a character.
func (f *Finder) encoding(o read.Object) (cmap.Coding, error) {
	o, err := f.doc.Get(o)
	if err != nil {
		return nil, err
	}
	switch v := o.(type) {
	case read.Name:
		if c, ok := cmap.Predefined(string(v)); ok {
			return c, nil
		}
	case *read.Stream:
		b, err := f.decode(v)
		if err != nil {
			return nil, err
		}
		return cmap.Parse(b), nil
	}
	return cmap.Parse(nil), nil
}

func (c *composite) char(t *typeface, code cmap.Code) char {
	out := char{bytes: code.Len, em: 1, space: code.Len == 1 && code.Value == 32, vertical: t.coding.Vertical()}
	cid, known := t.coding.CID(code)
	width := c.usual
	if w, ok := c.widths.of(cid); ok && known {
		width = w[0]
	}
	out.width = width / 1000
	down := [3]float64{c.usualDown, width / 2, c.usualRise}
	if v, ok := c.downs.of(cid); ok && known {
		down = [3]float64(v)
	}
	out.down, out.originX = down[0]/1000, down[1]/1000
	if t.unicode != nil {
		out.text = t.unicode.Text(code)
	}
	if out.text == "" {
		out.text = t.coding.Text(code)
	}
	if out.text == "" && known && c.outline != nil {
		if r, ok := c.outline[c.glyph(cid)]; ok {
			out.text = string(r)
		}
	}
	return out
}

func (c *composite) glyph(cid int) int {
	if c.cidToGlyph == nil || cid < 0 {
		return cid
	}
	if 2*cid+1 >= len(c.cidToGlyph) {
		return 0
	}
	return int(c.cidToGlyph[2*cid])<<8 | int(c.cidToGlyph[2*cid+1])
}
