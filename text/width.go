package text

import (
	"github.com/mattn/go-runewidth"
	"github.com/rivo/uniseg"
)

// maxClusterCells is the most cells one user-perceived character takes.
const maxClusterCells = 2

// runeWidth counts the cells of one character. The condition is our own: the library's default one follows the
// locale and would count "…", "─" and curly quotes as two cells in zh_CN, which no terminal's layout expects.
func runeWidth(r rune) int {
	narrow := runewidth.Condition{EastAsianWidth: false, StrictEmojiNeutral: true}
	return narrow.RuneWidth(r)
}

// clusterWidth counts the cells of one user-perceived character.
func clusterWidth(cluster string) int {
	cells := 0
	for _, r := range cluster {
		cells += runeWidth(r)
	}
	return min(cells, maxClusterCells)
}

// Width is the number of terminal cells s takes on one line: two for Chinese characters and full-width
// punctuation, one for Latin letters and for characters whose width Unicode calls ambiguous, none for
// combining marks. It knows nothing of styles: measure first, style afterwards.
func Width[T ~string](s T) int {
	text := string(s)
	if cells, ok := plainWidth(text); ok {
		return cells
	}
	cells := 0
	for state := -1; text != ""; {
		var c string
		c, text, _, state = uniseg.FirstGraphemeClusterInString(text, state)
		cells += clusterWidth(c)
	}
	return cells
}

// plainWidth is the short way for the commonest text: printable ASCII, Han characters, kana and full-width
// punctuation, none of which joins with its neighbour or hides anything. It reports false for all else.
func plainWidth(s string) (cells int, ok bool) {
	for _, r := range s {
		switch {
		case r >= 0x20 && r <= 0x7E:
			cells++
		case r >= 0x4E00 && r <= 0x9FFF, r >= 0x3400 && r <= 0x4DBF,
			r >= 0x3000 && r <= 0x3029, r >= 0x3041 && r <= 0x3096, r >= 0x30A1 && r <= 0x30FA,
			r >= 0xFF01 && r <= 0xFF60:
			cells += 2
		default:
			return 0, false
		}
	}
	return cells, true
}
