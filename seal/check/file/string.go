package file

import (
	"bytes"
	"encoding/hex"
	"slices"
	"strings"
)

// A string is read in two passes: the first finds where it ends, the second decodes what stands between.

// hexString reads <...> (ISO 32000-2 7.3.4.3). White space counts for nothing, and a digit without a partner is the
// high half of a byte whose low half is zero.
func (l *lexer) hexString() (String, error) {
	rest := l.src[l.pos+1:]
	n := bytes.IndexByte(rest, '>')
	if n < 0 {
		return String{}, l.bad("hexadecimal string without end")
	}
	digits := slices.DeleteFunc(bytes.Clone(rest[:n]), isSpace)
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	raw := make([]byte, len(digits)/2)
	if _, err := hex.Decode(raw, digits); err != nil {
		return String{}, l.bad("hexadecimal string")
	}
	return l.take(String{Raw: raw, Hex: true}, n+2), nil
}

// literal reads (...) (ISO 32000-2 7.3.4.2).
func (l *lexer) literal() (String, error) {
	n := closing(l.src[l.pos:])
	if n < 0 {
		return String{}, l.bad("string without end")
	}
	return l.take(String{Raw: unescape(l.src[l.pos+1 : l.pos+n-1])}, n), nil
}

// take passes the n bytes of a string and notes where they stand, if that is in the file.
func (l *lexer) take(s String, n int) String {
	s.Start, s.End = -1, -1
	if l.inFile {
		s.Start, s.End = l.pos, l.pos+n
	}
	l.pos += n
	return s
}

// closing returns the length of the literal string that src begins with, both parentheses included, or -1 when it does
// not end. Parentheses inside are in pairs, or behind a backslash.
func closing(src []byte) int {
	open := 0
	for at := 0; ; {
		next := bytes.IndexAny(src[at:], `()\`)
		if next < 0 {
			return -1
		}
		at += next + 1
		switch src[at-1] {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return at
			}
		case '\\':
			if at++; at > len(src) {
				return -1
			}
		}
	}
}

// unescape replaces the escape sequences of a literal string, and each end of line by a line feed.
func unescape(body []byte) []byte {
	out := make([]byte, 0, len(body))
	for {
		at := bytes.IndexAny(body, "\\\r")
		if at < 0 {
			return append(out, body...)
		}
		out = append(out, body[:at]...)
		if body[at] == '\r' {
			out, body = append(out, '\n'), body[at+eolAt(body[at:]):]
			continue
		}
		meant, length := escape(body[at+1:])
		out, body = append(out, meant...), body[at+1+length:]
	}
}

// escape returns what the sequence behind a backslash means, and its length (ISO 32000-2 table 3). A backslash before
// an end of line joins two lines; before any other byte it counts for nothing.
func escape(behind []byte) (meant string, length int) {
	if n := eolAt(behind); n > 0 {
		return "", n
	}
	if code, n := octal(behind); n > 0 {
		return string([]byte{code}), n
	}
	const letters, mean = `nrtbf()\`, "\n\r\t\b\f()\\"
	if len(behind) > 0 {
		if i := strings.IndexByte(letters, behind[0]); i >= 0 {
			return mean[i : i+1], 1
		}
	}
	return "", 0
}

// octal returns the byte that up to three octal digits stand for, and their number. What does not fit is left out.
func octal(digits []byte) (code byte, n int) {
	for n < len(digits) && n < 3 && digits[n]&^7 == '0' {
		code = code<<3 | digits[n]&7
		n++
	}
	return code, n
}

// OnlyHex reports whether b is an even number of hexadecimal digits and nothing else.
func OnlyHex(b []byte) bool {
	_, err := hex.Decode(make([]byte, len(b)/2), b)
	return err == nil
}
