package content

import (
	"strconv"

	"sealdesk/pdf/read"
)

func white(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func regular(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return false
	}
	return !white(c)
}

// skip passes over white space and comments.
func (s *Scanner) skip() {
	for s.at < len(s.b) {
		switch c := s.b[s.at]; {
		case white(c):
			s.at++
		case c == '%':
			for s.at < len(s.b) && s.b[s.at] != '\n' && s.b[s.at] != '\r' {
				s.at++
			}
		default:
			return
		}
	}
}

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

// name takes a name; the slash is next.
func (s *Scanner) name() read.Name {
	s.at++
	var out []byte
	for s.at < len(s.b) && regular(s.b[s.at]) {
		c := s.b[s.at]
		if c == '#' && s.at+2 < len(s.b) && unhex(s.b[s.at+1]) >= 0 && unhex(s.b[s.at+2]) >= 0 {
			c = byte(unhex(s.b[s.at+1])<<4 | unhex(s.b[s.at+2]))
			s.at += 2
		}
		out = append(out, c)
		s.at++
	}
	return read.Name(out)
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
