package font

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// errShort means the font program ends early.
var errShort = errors.New("font program is cut short")

// Face is the typeface read for measuring and embedding. Its units are thousandths of the type size.
type Face struct {
	tables map[string][]byte
	glyphs map[rune]uint16
	count  int // glyphs in the program
	wide   int // glyphs with an advance of their own in hmtx
	long   bool
	// Ascent, Descent and CapHeight are those of the whole face.
	Ascent, Descent, CapHeight int
	// Box is the box around all glyphs: left, bottom, right, top.
	Box [4]int
}

func newFace(data []byte) (*Face, error) {
	tables, err := readTables(data)
	if err != nil {
		return nil, err
	}
	f := &Face{tables: tables}
	for name, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "glyf": 0, "cmap": 4, "OS/2": 90} {
		if t, ok := f.tables[name]; !ok || len(t) < least {
			return nil, fmt.Errorf("table %s: %w", name, errShort)
		}
	}
	head, hhea := f.tables["head"], f.tables["hhea"]
	if u := binary.BigEndian.Uint16(head[18:]); u != 1000 {
		return nil, fmt.Errorf("%d units per em, want 1000", u)
	}
	f.long = binary.BigEndian.Uint16(head[50:]) == 1
	for i := range f.Box {
		f.Box[i] = int(int16(binary.BigEndian.Uint16(head[36+2*i:])))
	}
	f.Ascent, f.Descent = int(int16(binary.BigEndian.Uint16(hhea[4:]))), int(int16(binary.BigEndian.Uint16(hhea[6:])))
	f.CapHeight = int(int16(binary.BigEndian.Uint16(f.tables["OS/2"][88:])))
	f.wide = int(binary.BigEndian.Uint16(hhea[34:]))
	f.count = int(binary.BigEndian.Uint16(f.tables["maxp"][4:]))
	if f.wide == 0 || len(f.tables["hmtx"]) < 4*f.wide+2*(f.count-f.wide) {
		return nil, fmt.Errorf("table hmtx: %w", errShort)
	}
	f.glyphs, err = readCmap(f.tables["cmap"])
	return f, err
}

func readTables(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, errShort
	}
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil, errShort
		}
		offset, size := int(binary.BigEndian.Uint32(data[at+8:])), int(binary.BigEndian.Uint32(data[at+12:]))
		if offset+size > len(data) {
			return nil, errShort
		}
		tables[string(data[at:at+4])] = data[offset : offset+size]
	}
	return tables, nil
}

// readCmap takes the subtable of format 12, which every full Unicode font has.
func readCmap(t []byte) (map[rune]uint16, error) {
	for i := range int(binary.BigEndian.Uint16(t[2:])) {
		at := 4 + 8*i
		if at+8 > len(t) {
			return nil, errShort
		}
		offset := int(binary.BigEndian.Uint32(t[at+4:]))
		if offset+16 > len(t) || binary.BigEndian.Uint16(t[offset:]) != 12 {
			continue
		}
		groups := int(binary.BigEndian.Uint32(t[offset+12:]))
		if offset+16+12*groups > len(t) {
			return nil, errShort
		}
		m := make(map[rune]uint16, 12000)
		for g := range groups {
			b := t[offset+16+12*g:]
			first, last, gid := binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:]), binary.BigEndian.Uint32(b[8:])
			for r := first; r <= last; r++ {
				m[rune(r)] = uint16(gid + r - first)
			}
		}
		return m, nil
	}
	return nil, errors.New("no character map of format 12")
}

// Has tells whether the typeface can draw the character.
func (f *Face) Has(r rune) bool { return f.glyphs[r] != 0 }

// Advance is how far the pen moves for the character, in thousandths of the size; an unknown character moves like
// the box drawn in its place.
func (f *Face) Advance(r rune) int { return f.advance(f.glyphs[r]) }

func (f *Face) advance(gid uint16) int {
	i := min(int(gid), f.wide-1)
	return int(binary.BigEndian.Uint16(f.tables["hmtx"][4*i:]))
}

// Width is the length of a line of text set at the size, in the unit of the size.
func (f *Face) Width(s string, size float64) float64 {
	total := 0
	for _, r := range s {
		total += f.Advance(r)
	}
	return float64(total) * size / 1000
}

// outline gives the glyf bytes of a glyph; empty for a blank.
func (f *Face) outline(gid uint16) ([]byte, error) {
	at := func(i int) (int, bool) {
		loca := f.tables["loca"]
		if f.long {
			if 4*i+4 > len(loca) {
				return 0, false
			}
			return int(binary.BigEndian.Uint32(loca[4*i:])), true
		}
		if 2*i+2 > len(loca) {
			return 0, false
		}
		return 2 * int(binary.BigEndian.Uint16(loca[2*i:])), true
	}
	from, ok1 := at(int(gid))
	to, ok2 := at(int(gid) + 1)
	if !ok1 || !ok2 || from > to || to > len(f.tables["glyf"]) {
		return nil, fmt.Errorf("glyph %d: %w", gid, errShort)
	}
	return f.tables["glyf"][from:to], nil
}
