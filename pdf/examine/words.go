package examine

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// word is a keyword as asked for and as compared.
type word struct {
	asked string
	runes []rune
}

func newWords(asked []string) []word {
	var out []word
	for _, a := range asked {
		if r := []rune(plain(a)); len(r) > 0 && len(r) <= 64 {
			out = append(out, word{asked: a, runes: r})
		}
	}
	return out
}

// plain makes writings of the same word the same: full and half width, compatibility characters such as the Kangxi
// radicals some producers name instead of the ideographs; spaces and what has no look of its own go.
func plain(s string) string {
	if ordinary(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r) || unicode.Is(unicode.Variation_Selector, r) {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
}

// ordinary tells that plain would change nothing: nearly every glyph is one common ideograph.
func ordinary(s string) bool {
	for _, r := range s {
		if r < 0x4e00 || r > 0x9fff {
			return false
		}
	}
	return true
}
