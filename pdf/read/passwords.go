package read

import (
	"slices"

	"github.com/xdg-go/stringprep"
)

// encodings lists what a password may have become before it was hashed, the standard's way first. AES with 256 bits
// wants SASLprep (ISO 32000-2, 7.6.4.3.3): full width letters become usual ones, other spaces the usual one. Older
// encryption has one byte a character (7.6.4.3.2). Many writers do neither and take the bytes they are given. Last comes
// none at all.
func encodings(typed string, long bool) []string {
	var out []string
	if long {
		if prepared, err := stringprep.SASLprep.Prepare(typed); err == nil {
			out = append(out, prepared)
		}
	} else if bytes, ok := singleBytes(typed); ok {
		out = append(out, bytes)
	}
	out = append(out, typed, "")
	return slices.Compact(out)
}

// singleBytes writes a text in PDFDocEncoding, as far as that is Latin 1.
func singleBytes(typed string) (string, bool) {
	var out []byte
	for _, r := range typed {
		switch {
		case r == '€':
			out = append(out, 0xA0)
		case r < 0x80 || r > 0xA0 && r <= 0xFF:
			out = append(out, byte(r))
		default:
			return "", false
		}
	}
	return string(out), true
}
