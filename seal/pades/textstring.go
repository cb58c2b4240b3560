package pades

import (
	"strings"
	"unicode/utf16"

	"campus.example/sealdesk/pdf/read"
)

// textString returns a text string (ISO 32000-1, 7.9.2.2): ASCII as it is, anything else as UTF-16 with its mark.
func textString(s string) read.String {
	for _, r := range s {
		if r < ' ' || r > '~' {
			out := []byte{0xFE, 0xFF}
			for _, unit := range utf16.Encode([]rune(s)) {
				out = append(out, byte(unit>>8), byte(unit))
			}
			return read.String(out)
		}
	}
	return read.String(s)
}

// plainText returns the text of a text string, such as the name of a field. A byte of PDFDocEncoding that stands for no
// character keeps its number.
func plainText(s read.String) string {
	if len(s) >= 2 && s[0] == 0xFE && s[1] == 0xFF {
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(units))
	}
	if len(s) >= 3 && s[:3] == "\xEF\xBB\xBF" {
		return string(s[3:])
	}
	if strings.IndexFunc(string(s), func(r rune) bool { return r < ' ' || r > '~' }) < 0 {
		return string(s)
	}
	special := docEncoding()
	runes := make([]rune, len(s))
	for i := range len(s) {
		runes[i] = rune(s[i])
		if r, ok := special[s[i]]; ok {
			runes[i] = r
		}
	}
	return string(runes)
}

// docEncoding returns the bytes of PDFDocEncoding that are not those of Latin-1 (ISO 32000-1, annex D.3).
func docEncoding() map[byte]rune {
	return map[byte]rune{
		0x18: 0x02D8, 0x19: 0x02C7, 0x1A: 0x02C6, 0x1B: 0x02D9, 0x1C: 0x02DD, 0x1D: 0x02DB, 0x1E: 0x02DA, 0x1F: 0x02DC,
		0x80: 0x2022, 0x81: 0x2020, 0x82: 0x2021, 0x83: 0x2026, 0x84: 0x2014, 0x85: 0x2013, 0x86: 0x0192, 0x87: 0x2044,
		0x88: 0x2039, 0x89: 0x203A, 0x8A: 0x2212, 0x8B: 0x2030, 0x8C: 0x201E, 0x8D: 0x201C, 0x8E: 0x201D, 0x8F: 0x2018,
		0x90: 0x2019, 0x91: 0x201A, 0x92: 0x2122, 0x93: 0xFB01, 0x94: 0xFB02, 0x95: 0x0141, 0x96: 0x0152, 0x97: 0x0160,
		0x98: 0x0178, 0x99: 0x017D, 0x9A: 0x0131, 0x9B: 0x0142, 0x9C: 0x0153, 0x9D: 0x0161, 0x9E: 0x017E, 0xA0: 0x20AC,
	}
}
