package content

import (
	"strconv"

	"campus.example/sealdesk/pdf/read"
)

// number reads a number the way viewers do: a sign may stand twice, a second sign ends it ("12-34" is 12).
func number(w []byte) (read.Object, bool) {
	if len(w) == 0 || len(w) > 64 {
		return nil, false
	}
	i, negative := 0, false
	for i < len(w) && (w[i] == '-' || w[i] == '+') {
		negative = negative || w[i] == '-'
		i++
	}
	from, dots := i, 0
	for ; i < len(w); i++ {
		c := w[i]
		if c == '.' {
			dots++
			if dots > 1 {
				break
			}
			continue
		}
		if c == '-' && i > from {
			break
		}
		if c < '0' || c > '9' {
			return nil, false
		}
	}
	if i == from || i == from+1 && dots == 1 && w[from] == '.' && i < len(w) {
		return nil, false
	}
	if i == from+1 && w[from] == '.' {
		return 0, true // a lone point is a zero to viewers
	}
	if dots == 0 && i-from <= 15 {
		n := 0
		for _, c := range w[from:i] {
			n = 10*n + int(c-'0')
		}
		if negative {
			n = -n
		}
		return n, true
	}
	f, err := strconv.ParseFloat(string(w[from:i]), 64)
	if err != nil {
		return nil, false
	}
	if negative {
		f = -f
	}
	return f, true
}
