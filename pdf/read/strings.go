package read

import (
	"bytes"
	"encoding/hex"
	"fmt"
)

// hexString takes a hexadecimal string; the angle bracket is next (7.3.4.3).
func (l *lexer) hexString() (String, error) {
	l.at++
	end := bytes.IndexByte(l.b[l.at:], '>')
	if end < 0 {
		return "", fmt.Errorf("%w: a string does not end", ErrDamaged)
	}
	body := l.b[l.at : l.at+end]
	l.at += end + 1
	if len(body)%2 == 0 {
		out := make([]byte, len(body)/2)
		if _, err := hex.Decode(out, body); err == nil {
			return String(out), nil
		}
	}
	out := make([]byte, 0, len(body)/2+1)
	half := -1
	for _, c := range body {
		if white(c) {
			continue
		}
		v := unhex(c)
		switch {
		case v < 0:
			return "", fmt.Errorf("%w: %q in a hexadecimal string", ErrDamaged, c)
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
	return String(out), nil
}

// literal takes a string in round brackets; the bracket is next (7.3.4.2).
func (l *lexer) literal() (String, error) {
	l.at++
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
				return String(out), nil
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
	return "", fmt.Errorf("%w: a string does not end", ErrDamaged)
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
