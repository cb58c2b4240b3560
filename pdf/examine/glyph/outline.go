package glyph

import (
	"encoding/binary"

	"campus.example/sealdesk/pdf/read"
)

// outlines looks into the embedded TrueType program of a font without ToUnicode: its own character map, if it has kept
// one, tells which character a glyph draws.
func (f *Finder) outlines(c *composite, below read.Dict) error {
	d, err := f.doc.Dict(below["FontDescriptor"])
	if err != nil {
		return mild(err)
	}
	s, err := f.doc.Stream(d["FontFile2"])
	if err != nil || s == nil {
		return mild(err)
	}
	b, err := f.decode(s)
	if err != nil {
		return mild(err)
	}
	o, err := f.doc.Get(below["CIDToGIDMap"])
	if err != nil {
		return mild(err)
	}
	if m, ok := o.(*read.Stream); ok {
		if c.cidToGlyph, err = f.decode(m); err != nil {
			return mild(err)
		}
	}
	c.outline = glyphRunes(b)
	return nil
}

// glyphRunes reads the table cmap of a TrueType program backwards; nil when there is none of a known form.
func glyphRunes(b []byte) map[int]rune {
	t := fontTable(b, "cmap")
	if len(t) < 4 {
		return nil
	}
	out := map[int]rune{}
	for i := range int(binary.BigEndian.Uint16(t[2:])) {
		at := 4 + 8*i
		if at+8 > len(t) || i >= 16 {
			break
		}
		platform, offset := binary.BigEndian.Uint16(t[at:]), int(binary.BigEndian.Uint32(t[at+4:]))
		if platform != 0 && platform != 3 || offset+16 > len(t) {
			continue
		}
		switch binary.BigEndian.Uint16(t[offset:]) {
		case 4:
			segments(t[offset:], out)
		case 12:
			groups(t[offset:], out)
		}
	}
	return out
}

func fontTable(b []byte, tag string) []byte {
	if len(b) < 12 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(b[4:])) {
		at := 12 + 16*i
		if at+16 > len(b) {
			return nil
		}
		if string(b[at:at+4]) != tag {
			continue
		}
		from, size := int(binary.BigEndian.Uint32(b[at+8:])), int(binary.BigEndian.Uint32(b[at+12:]))
		if from > len(b) {
			return nil
		}
		return b[from:min(len(b), from+size)]
	}
	return nil
}

// groups reads format 12.
func groups(t []byte, out map[int]rune) {
	n := int(binary.BigEndian.Uint32(t[12:]))
	for i := 0; i < n && 16+12*i+12 <= len(t); i++ {
		g := t[16+12*i:]
		first, last, glyph := binary.BigEndian.Uint32(g), binary.BigEndian.Uint32(g[4:]), binary.BigEndian.Uint32(g[8:])
		for r := first; r <= last && r <= 0x10ffff && r-first < maxCIDs && len(out) < maxCIDs; r++ {
			add(out, int(glyph+r-first), rune(r))
		}
	}
}

// segments reads format 4.
func segments(t []byte, out map[int]rune) {
	n := int(binary.BigEndian.Uint16(t[6:])) / 2
	word := func(at int) int {
		if at+2 > len(t) {
			return 0
		}
		return int(binary.BigEndian.Uint16(t[at:]))
	}
	for i := range n {
		last, first := word(14+2*i), word(16+2*n+2*i)
		delta, at := word(16+4*n+2*i), 16+6*n+2*i
		for r := first; r <= last && r != 0xffff; r++ {
			glyph := r + delta
			if offset := word(at); offset != 0 {
				if glyph = word(at + offset + 2*(r-first)); glyph != 0 {
					glyph += delta
				}
			}
			add(out, glyph&0xffff, rune(r))
		}
	}
}

// add keeps the first character of a glyph: later ones are its doubles, such as compatibility characters.
func add(out map[int]rune, glyph int, r rune) {
	if _, ok := out[glyph]; !ok && glyph != 0 && len(out) < maxCIDs {
		out[glyph] = r
	}
}
