package file

import "testing"

func TestDecodeText(t *testing.T) {
	for raw, want := range map[string]string{
		"Seal":                            "Seal",
		"Pr\xFCfung \x80\x85\x8D\x9E\xA0": "Prüfung •–“ž€",
		"\x18\x1F":                        "˘˜",
		"\xFE\xFF\x7B\x7E\x5B\x57\x00A":   "签字A",
		"\xFE\xFF\xD8\x3D\xDE\x00":        "😀",
		"\xFE\xFF\x00A\x00":               "A",
		"\xEF\xBB\xBF签字":                  "签字",
		"":                                "",
	} {
		if got := DecodeText([]byte(raw)); got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
	}
}

// Names that differ in one byte stay different.
func TestNoTwoBytesAreOneCharacter(t *testing.T) {
	seen := map[string]int{}
	for c := range 256 {
		text := DecodeText([]byte{byte(c)})
		if other, twice := seen[text]; twice {
			t.Errorf("%02x and %02x are both %q", other, c, text)
		}
		seen[text] = c
	}
}
