package font

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
)

// Subset is a font program cut down to the characters one document uses. Its glyphs are numbered from 1 in the order
// of their code points; 0 is the box for what is missing.
type Subset struct {
	// Tag stands before the font's name in a document: six letters and a plus sign, made from the program's bytes.
	Tag string
	// Program is TrueType, fit for /FontFile2.
	Program []byte
	runes   []rune // by glyph
	widths  []int  // by glyph, thousandths
	glyphs  map[rune]uint16
}

// Name is the name of the typeface as documents carry it, without the tag.
const Name = "NotoSansCJKsc-Regular"

// Subset makes a font for a CIDFontType2 with an Identity map: character code = CID = glyph. A character the typeface
// does not have becomes the box. The same characters give the same bytes.
func (f *Face) Subset(text string) (*Subset, error) {
	return f.cut(text, func(*Subset) map[string][]byte { return nil })
}

// SimpleSubset makes a font for a simple /TrueType font with WinAnsiEncoding: only Latin-1 characters of the text are
// taken, and the program carries a character map.
func (f *Face) SimpleSubset(text string) (*Subset, error) {
	latin := make([]rune, 0, len(text))
	for _, r := range text {
		if Latin(r) {
			latin = append(latin, r)
		}
	}
	return f.cut(string(latin), func(s *Subset) map[string][]byte {
		return map[string][]byte{"cmap": s.cmap()}
	})
}

// Latin tells whether a simple font with WinAnsiEncoding has the character at its own code point.
func Latin(r rune) bool { return r >= 0x20 && r < 0x7f || r >= 0xa1 && r <= 0xff }

func (f *Face) cut(text string, more func(*Subset) map[string][]byte) (*Subset, error) {
	runes := slices.DeleteFunc([]rune(text), func(r rune) bool { return !f.Has(r) })
	slices.Sort(runes)
	runes = slices.Compact(runes)
	s := &Subset{runes: append([]rune{0}, runes...), glyphs: make(map[rune]uint16, len(runes))}
	var glyf, loca, hmtx []byte
	for i, r := range s.runes {
		old := f.glyphs[r] // 0 for the first
		outline, err := f.outline(old)
		if err != nil {
			return nil, err
		}
		if len(outline) >= 2 && int16(binary.BigEndian.Uint16(outline)) < 0 {
			return nil, fmt.Errorf("glyph of %q is put together from others, which the typeface does not do", r)
		}
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		width := f.advance(old)
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(width))
		hmtx = binary.BigEndian.AppendUint16(hmtx, bearing(outline))
		s.widths = append(s.widths, width)
		if i > 0 {
			s.glyphs[r] = uint16(i)
		}
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head, hhea, maxp := bytes.Clone(f.tables["head"]), bytes.Clone(f.tables["hhea"]), bytes.Clone(f.tables["maxp"])
	binary.BigEndian.PutUint16(head[50:], 1) // long offsets
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(s.runes)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(s.runes)))
	tables := map[string][]byte{"head": head, "hhea": hhea, "maxp": maxp, "hmtx": hmtx, "loca": loca, "glyf": glyf}
	for name, t := range more(s) {
		tables[name] = t
	}
	s.Program = assemble(tables)
	sum := sha256.Sum256(s.Program)
	for _, b := range sum[:6] {
		s.Tag += string(rune('A' + b%26))
	}
	s.Tag += "+"
	return s, nil
}

// bearing is the left edge of an outline, which hmtx repeats.
func bearing(outline []byte) uint16 {
	if len(outline) < 4 {
		return 0
	}
	return binary.BigEndian.Uint16(outline[2:])
}

// Glyph gives the glyph, which is also the two-byte character code; 0 when the subset lacks the character.
func (s *Subset) Glyph(r rune) uint16 { return s.glyphs[r] }

// Width is the advance of the character in thousandths.
func (s *Subset) Width(r rune) int { return s.widths[s.glyphs[r]] }

// Text gives the characters of the subset, in the order of their glyphs.
func (s *Subset) Text() string { return string(s.runes[1:]) }
