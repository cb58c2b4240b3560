package output

import (
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// escape replaces the characters that a terminal obeys or does not show by their JSON escapes. They stand in strings
// only: the line breaks between the values of a document are kept.
func escape(document []byte) []byte {
	out := make([]byte, 0, len(document))
	for len(document) > 0 {
		r, size := utf8.DecodeRune(document)
		switch {
		case r == '\n' || !hidden(r):
			out = append(out, document[:size]...)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		document = document[size:]
	}
	return out
}

// hidden reports a control character, one that sets the direction of text, one without a width, or a line break of Unicode.
func hidden(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) }
