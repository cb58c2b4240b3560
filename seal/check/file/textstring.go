package file

import (
	"strings"
	"unicode/utf16"
)

// DecodeText reads a text string: UTF-16, UTF-8 or single bytes (ISO 32000-2 7.9.2.2).
func DecodeText(raw []byte) string {
	if len(raw) >= 2 && raw[0] == 0xFE && raw[1] == 0xFF {
		units := make([]uint16, 0, len(raw)/2)
		for i := 2; i+1 < len(raw); i += 2 {
			units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
		}
		return string(utf16.Decode(units))
	}
	if s, ok := strings.CutPrefix(string(raw), "\xEF\xBB\xBF"); ok {
		return s
	}
	runes := make([]rune, len(raw))
	for i, c := range raw {
		runes[i] = rune(c)
	}
	return string(runes)
}
