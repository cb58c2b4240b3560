package file

import (
	"bytes"
	"fmt"
	"strconv"
)

// isSpace reports whether a byte is white space (ISO 32000-2 7.2.3).
func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelim(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func isRegular(c byte) bool { return !isSpace(c) && !isDelim(c) }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// lexer reads tokens. inFile is true when src is the file, so that positions count.
type lexer struct {
	src    []byte
	pos    int
	inFile bool
	budget *budget
}

func (l *lexer) bad(what string) error {
	return fmt.Errorf("%w: %s at %d", ErrDamaged, what, l.pos)
}

// skip passes white space and comments.
func (l *lexer) skip() {
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		if c == '%' {
			for l.pos < len(l.src) && l.src[l.pos] != '\n' && l.src[l.pos] != '\r' {
				l.pos++
			}
			continue
		}
		if !isSpace(c) {
			return
		}
		l.pos++
	}
}

// peek returns the byte n places ahead, 0 past the end.
func (l *lexer) peek(n int) byte {
	if l.pos+n < len(l.src) {
		return l.src[l.pos+n]
	}
	return 0
}

// keyword passes a word, which must not go on afterwards, and reports whether it stood there.
func (l *lexer) keyword(word string) bool {
	if !bytes.HasPrefix(l.src[l.pos:], []byte(word)) {
		return false
	}
	end := l.pos + len(word)
	if end < len(l.src) && isRegular(l.src[end]) {
		return false
	}
	l.pos = end
	return true
}

// natural reads a whole number without a sign.
func (l *lexer) natural() (int, bool) {
	start := l.pos
	for l.pos < len(l.src) && isDigit(l.src[l.pos]) {
		l.pos++
	}
	if l.pos == start || l.pos-start > 18 {
		return 0, false
	}
	n, err := strconv.Atoi(string(l.src[start:l.pos]))
	return n, err == nil
}

// number reads an integer or real number.
func (l *lexer) number() (Value, error) {
	start, point := l.pos, false
	if c := l.src[l.pos]; c == '+' || c == '-' {
		l.pos++
	}
	digits := 0
	for ; l.pos < len(l.src) && isRegular(l.src[l.pos]); l.pos++ {
		c := l.src[l.pos]
		switch {
		case isDigit(c):
			digits++
		case c == '.' && !point:
			point = true
		default:
			return nil, l.bad("number")
		}
	}
	word := string(l.src[start:l.pos])
	if digits == 0 || len(word) > 64 {
		return nil, l.bad("number")
	}
	if point {
		f, err := strconv.ParseFloat(word, 64)
		if err != nil {
			return nil, l.bad("number")
		}
		return f, nil
	}
	n, err := strconv.ParseInt(word, 10, 64)
	if err != nil {
		return nil, l.bad("number")
	}
	return n, nil
}

// readName reads a name behind its slash, #xx decoded.
func (l *lexer) readName() (Name, error) {
	l.pos++
	start, escaped := l.pos, false
	for l.pos < len(l.src) && isRegular(l.src[l.pos]) {
		escaped = escaped || l.src[l.pos] == '#'
		l.pos++
	}
	raw := l.src[start:l.pos]
	if !escaped {
		return Name(raw), nil
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] != '#' {
			out = append(out, raw[i])
			continue
		}
		if i+2 >= len(raw) || hexDigit(raw[i+1]) < 0 || hexDigit(raw[i+2]) < 0 {
			return "", l.bad("name")
		}
		out = append(out, byte(hexDigit(raw[i+1])<<4|hexDigit(raw[i+2])))
		i += 2
	}
	return Name(out), nil
}

// hexDigit returns the value of a hexadecimal digit, -1 for any other byte.
func hexDigit(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
