package read

import (
	"bytes"
	"strconv"
)

// lexer cuts bytes into the smallest units of the syntax (7.2).
type lexer struct {
	b  []byte
	at int
}

// White reports whether a byte is white space (table 1).
func White(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// Regular reports whether a byte is neither white space nor a delimiter (7.2.3).
func Regular(c byte) bool { return !White(c) && !delimiter(c) }

// Space returns the length of the white space and comments that b begins with.
func Space(b []byte) int {
	n := 0
	for n < len(b) {
		switch c := b[n]; {
		case White(c):
			n++
		case c == '%':
			for n < len(b) && b[n] != '\n' && b[n] != '\r' {
				n++
			}
		default:
			return n
		}
	}
	return n
}

// skip passes over white space and comments.
func (l *lexer) skip() { l.at += Space(l.b[l.at:]) }

// word takes the run of regular characters at the place.
func (l *lexer) word() []byte {
	from := l.at
	for l.at < len(l.b) && Regular(l.b[l.at]) {
		l.at++
	}
	return l.b[from:l.at]
}

// keyword takes the word if it stands next.
func (l *lexer) keyword(w string) bool {
	l.skip()
	from := l.at
	if string(l.word()) == w {
		return true
	}
	l.at = from
	return false
}

// natural takes a whole number without a sign if one stands next.
func (l *lexer) natural() (int, bool) {
	l.skip()
	from := l.at
	w := l.word()
	if len(w) == 0 || len(w) > 18 {
		l.at = from
		return 0, false
	}
	n := 0
	for _, c := range w {
		if c < '0' || c > '9' {
			l.at = from
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}

// number reads a word as a number (7.3.3).
func number(w []byte) (Object, bool) {
	digits, dots := 0, 0
	for i, c := range w {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			dots++
		case (c == '+' || c == '-') && i == 0:
		default:
			return nil, false
		}
	}
	if digits == 0 || dots > 1 || len(w) > 64 {
		return nil, false
	}
	if dots == 0 && digits <= 18 {
		n, err := strconv.Atoi(string(w))
		return n, err == nil
	}
	f, err := strconv.ParseFloat(string(w), 64)
	return f, err == nil
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

// name takes a name; the slash is next.
func (l *lexer) name() Name {
	out, n := NameToken(l.b[l.at:])
	l.at += n
	return out
}

// NameToken decodes the name that b begins with, slash included, and returns it with its length in b (7.3.5).
func NameToken(b []byte) (Name, int) {
	l := lexer{b: b, at: 1}
	w := l.word()
	if bytes.IndexByte(w, '#') < 0 {
		return Name(w), l.at
	}
	out := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		if w[i] == '#' && i+2 < len(w) && unhex(w[i+1]) >= 0 && unhex(w[i+2]) >= 0 {
			out = append(out, byte(unhex(w[i+1])<<4|unhex(w[i+2])))
			i += 2
			continue
		}
		out = append(out, w[i])
	}
	return Name(out), l.at
}
