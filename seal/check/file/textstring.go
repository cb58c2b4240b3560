package file

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// DecodeText returns the text of a text string (ISO 32000-2 7.9.2.2). The mark at its start tells UTF-16BE from UTF-8;
// without one it is in PDFDocEncoding.
func DecodeText(raw []byte) string {
	if wide, ok := bytes.CutPrefix(raw, []byte("\xFE\xFF")); ok {
		units := make([]uint16, len(wide)/2)
		for i := range units {
			units[i] = binary.BigEndian.Uint16(wide[2*i:])
		}
		return string(utf16.Decode(units))
	}
	if text, ok := bytes.CutPrefix(raw, []byte("\xEF\xBB\xBF")); ok {
		return string(text)
	}
	var out strings.Builder
	for _, c := range raw {
		out.WriteRune(docRune(c))
	}
	return out.String()
}

// docRune returns the character of a byte in PDFDocEncoding (ISO 32000-2 table D.2). A byte without a character there
// keeps its number, so that two names that differ stay different.
func docRune(c byte) rune {
	accents := [...]rune{'˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'}
	signs := [...]rune{
		'•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’',
		'‚', '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', 0x9F, '€',
	}
	switch {
	case c >= 0x18 && c < 0x20:
		return accents[c-0x18]
	case c >= 0x80 && c <= 0xA0:
		return signs[c-0x80]
	}
	return rune(c)
}
