package font

import (
	"bytes"
	"fmt"
	"unicode/utf16"
)

// W is the /W array of a CIDFontType2: the widths of all glyphs from 0.
func (s *Subset) W() string {
	var b bytes.Buffer
	b.WriteString("[0 [")
	for i, w := range s.widths {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%d", w)
	}
	b.WriteString("]]")
	return b.String()
}

// ToUnicode is the CMap that leads from two-byte codes back to characters (ISO 32000-1, 9.10.3).
func (s *Subset) ToUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for from := 1; from < len(s.runes); from += 100 {
		to := min(from+100, len(s.runes))
		fmt.Fprintf(&b, "%d beginbfchar\n", to-from)
		for gid := from; gid < to; gid++ {
			fmt.Fprintf(&b, "<%04X> <", gid)
			for _, unit := range utf16.Encode(s.runes[gid : gid+1]) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
