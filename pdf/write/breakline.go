package write

import "strings"

// notFirst may not begin a line and notLast may not end one (GB/T 15834-2011, 5.1.11).
const (
	notFirst = "，。、；：？！）》】」』〉〕％%℃”’·…—,.;:?!)]}"
	notLast  = "（《【「『〈〔“‘￥¥$([{№"
)

// breakLines cuts a paragraph into lines no wider than width; first is taken from the first line. Chinese breaks
// between any two characters, Latin words and numbers stay whole when a line can hold them.
func breakLines(s string, first, width float64, measure func(string) float64) []string {
	var lines []string
	room, line := width-first, ""
	flush := func() {
		lines = append(lines, strings.TrimRight(line, " "))
		line, room = "", width
	}
	for _, piece := range pieces(s) {
		if measure(line+strings.TrimRight(piece, " ")) <= room {
			line += piece
			continue
		}
		if line != "" {
			flush()
		}
		for _, r := range piece { // a piece wider than a line breaks anywhere
			if line != "" && measure(line+string(r)) > room {
				flush()
			}
			line += string(r)
		}
	}
	if line != "" || len(lines) == 0 {
		flush()
	}
	return lines
}

// pieces cuts text where a line may end: what sticks together stays together.
func pieces(s string) []string {
	var out []string
	var last rune
	for _, r := range s {
		joins := len(out) > 0 && (strings.ContainsRune(notFirst, r) || strings.ContainsRune(notLast, last) ||
			word(last) && word(r) || r == ' ')
		if joins {
			out[len(out)-1] += string(r)
		} else {
			out = append(out, string(r))
		}
		last = r
	}
	return out
}

func word(r rune) bool { return r > ' ' && r < 0x2000 && r != '_' }
