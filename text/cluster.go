package text

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

const (
	// maxMarks is the most characters that may stand on one base. Tibetan and Vietnamese need up to four;
	// piles of dozens run over the lines above and below.
	maxMarks = 6

	// dottedCircle carries a mark that has no base of its own and would else sit on the console's frame.
	dottedCircle = "\u25cc"
)

// tameClusters makes every user-perceived character stay inside its cells: marks beyond maxMarks go, a mark at
// the start of a line gets a base, and a cluster that would take more than two cells becomes U+FFFD.
func tameClusters(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for rest, state := s, -1; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		b.WriteString(tame(c))
	}
	return b.String()
}

func tame(cluster string) string {
	first, n := utf8.DecodeRuneInString(cluster)
	if n == len(cluster) && first < 0x300 {
		return cluster
	}
	if runeWidth(first) == 0 {
		// Some characters of no width are no marks (Hangul vowels): nothing carries them.
		based := dottedCircle + cluster
		if c, _, _, _ := uniseg.FirstGraphemeClusterInString(based, -1); c != based {
			return string(utf8.RuneError)
		}
		cluster = based
	}
	cells, runes := 0, 0
	for i, r := range cluster {
		if runes++; runes > 1+maxMarks {
			return cluster[:i]
		}
		if cells += runeWidth(r); cells > maxClusterCells {
			return string(utf8.RuneError)
		}
	}
	return cluster
}
