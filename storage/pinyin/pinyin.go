// Package pinyin writes Chinese words in Latin letters, as they are typed on a keyboard.
package pinyin

import (
	"strings"
	"unicode"

	dictionary "github.com/mozillazg/go-pinyin"
)

// Converter holds the readings that the dictionary of single characters lacks. It is safe for concurrent use.
type Converter struct {
	words, surnames map[string]string
	plain           *strings.Replacer
}

// New returns a converter.
func New() *Converter {
	return &Converter{words: words(), surnames: surnames(), plain: strings.NewReplacer(toned()...)}
}

// Words returns how words are typed: all syllables in one piece, and the first letters of the syllables. Letters and digits
// stand between them in lower case; everything else is left out. Words without a Chinese character have no pinyin: nil.
func (c *Converter) Words(s string) []string { return c.lines(s, nil) }

// Name returns how the name of a person is typed, as Words does. A surname is read as a surname.
func (c *Converter) Name(s string) []string { return c.lines(s, c.surnames) }

// lines reads the longest known word at every place, and a character alone where no word is known. First holds the words
// that are known at the beginning only.
func (c *Converter) lines(s string, first map[string]string) []string {
	var full, initials strings.Builder
	runes, chinese := []rune(s), false
	for at := 0; at < len(runes); {
		syllables, n := c.word(runes[at:], first)
		if first = nil; n == 0 {
			syllables, n = c.character(runes[at]), 1
		}
		if at += n; len(syllables) == 0 {
			if r := unicode.ToLower(runes[at-1]); unicode.IsLetter(r) || unicode.IsDigit(r) {
				full.WriteRune(r)
				initials.WriteRune(r)
			}
			continue
		}
		chinese = true
		for _, syllable := range syllables {
			full.WriteString(syllable)
			initials.WriteByte(syllable[0])
		}
	}
	if !chinese {
		return nil
	}
	return []string{full.String(), initials.String()}
}

// longest is how many characters a word has whose reading is known as a whole.
const longest = 2

func (c *Converter) word(runes []rune, first map[string]string) (syllables []string, n int) {
	for n := min(longest, len(runes)); n > 0; n-- {
		word := string(runes[:n])
		for _, known := range []map[string]string{first, c.words} {
			if reading := known[word]; reading != "" {
				return strings.Fields(reading), n
			}
		}
	}
	return nil, 0
}

// character returns the commonest reading of one character, without its tone.
func (c *Converter) character(r rune) []string {
	reading, _, _ := strings.Cut(dictionary.PinyinDict[int(r)], ",")
	if reading == "" {
		return nil
	}
	return []string{c.plain.Replace(reading)}
}

// toned lists vowels with a tone and the letter that is typed for each; ü is typed as v.
func toned() (pairs []string) {
	for letter, marked := range map[string]string{
		"a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "v": "üǘǚǜ", "n": "ńňǹ", "m": "ḿ",
	} {
		for _, r := range marked {
			pairs = append(pairs, string(r), letter)
		}
	}
	return pairs
}
