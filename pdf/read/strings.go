package read

import (
	"encoding/hex"
	"fmt"
)

// hexString takes a hexadecimal string; the angle bracket is next (7.3.4.3).
func (l *lexer) hexString() (String, error) {
	s, n, fault := HexString(l.b[l.at:])
	l.at += n
	return s, fault
}

// literal takes a string in round brackets; the bracket is next (7.3.4.2).
func (l *lexer) literal() (String, error) {
	s, n, fault := LiteralString(l.b[l.at:])
	l.at += n
	return s, fault
}

// HexString decodes the hexadecimal string that b begins with and returns it with its length in b. It fails with
// ErrDamaged when b ends inside the string or a byte of it is no digit; what was decoded without such bytes is returned
// all the same, since viewers go on with it.
func HexString(b []byte) (s String, n int, fault error) {
	end := 1
	for end < len(b) && b[end] != '>' {
		end++
	}
	body := b[1:end]
	if n = end + 1; end == len(b) {
		n, fault = end, fmt.Errorf("%w: a string does not end", ErrDamaged)
	}
	if len(body)%2 == 0 {
		out := make([]byte, len(body)/2)
		if _, err := hex.Decode(out, body); err == nil {
			return String(out), n, fault
		}
	}
	out := make([]byte, 0, len(body)/2+1)
	half := -1
	for _, c := range body {
		v := unhex(c)
		switch {
		case v < 0:
			if !White(c) && fault == nil {
				fault = fmt.Errorf("%w: %q in a hexadecimal string", ErrDamaged, c)
			}
		case half < 0:
			half = v
		default:
			out = append(out, byte(half<<4|v))
			half = -1
		}
	}
	if half >= 0 {
		out = append(out, byte(half<<4))
	}
	return String(out), n, fault
}

// LiteralString decodes the string in round brackets that b begins with and returns it with its length in b. It fails
// with ErrDamaged when b ends inside the string; the string is then the rest of b.
func LiteralString(b []byte) (s String, n int, fault error) {
	l := lexer{b: b, at: 1}
	var out []byte
	deep := 1
	for l.at < len(l.b) {
		c := l.b[l.at]
		l.at++
		switch c {
		case '(':
			deep++
		case ')':
			deep--
			if deep == 0 {
				return String(out), l.at, nil
			}
		case '\r': // any end of line is one line feed
			if l.at < len(l.b) && l.b[l.at] == '\n' {
				l.at++
			}
			c = '\n'
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return String(out), l.at, fmt.Errorf("%w: a string does not end", ErrDamaged)
}

// escape reads what follows a backslash.
func (l *lexer) escape(out []byte) []byte {
	if l.at >= len(l.b) {
		return out
	}
	c := l.b[l.at]
	l.at++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if l.at < len(l.b) && l.b[l.at] == '\n' {
			l.at++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	v := int(c - '0')
	for i := 0; i < 2 && l.at < len(l.b) && l.b[l.at] >= '0' && l.b[l.at] <= '7'; i++ {
		v = v<<3 | int(l.b[l.at]-'0')
		l.at++
	}
	return append(out, byte(v))
}
