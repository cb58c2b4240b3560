package pades

import (
	"math"
	"strconv"

	"campus.example/sealdesk/pdf/read"
)

// encode writes an object as it stands in a file. Keys come in alphabetical order: the same object gives the same
// bytes.
func encode(out []byte, o read.Object) []byte {
	switch v := o.(type) {
	case nil:
		return append(out, "null"...)
	case bool:
		return strconv.AppendBool(out, v)
	case int:
		return strconv.AppendInt(out, int64(v), 10)
	case float64:
		return real(out, v)
	case read.Name:
		return name(out, v)
	case read.String:
		return text(out, v)
	case read.Ref:
		return append(out, v.String()...)
	case read.Array:
		out = append(out, '[')
		for i, e := range v {
			if i > 0 {
				out = append(out, ' ')
			}
			out = encode(out, e)
		}
		return append(out, ']')
	case read.Dict:
		out = append(out, "<<"...)
		for _, key := range v.Keys() {
			out = append(name(append(out, ' '), key), ' ')
			out = encode(out, v[key])
		}
		return append(out, " >>"...)
	case raw:
		return append(out, v...)
	}
	return append(out, "null"...) // a stream is never written inside another object
}

// raw is text put into an object as it is.
type raw []byte

// real writes a number so that it is read as the same one: those of the document must not change by a hair when an
// object of it is written again.
func real(out []byte, v float64) []byte {
	if v == 0 {
		v = 0 // no minus zero
	}
	return strconv.AppendFloat(out, v, 'f', -1, 64)
}

// short rounds a number of ours to five decimals; a reader's float is no better (annex C of ISO 32000-1).
func short(v float64) float64 { return math.Round(v*1e5) / 1e5 }

func name(out []byte, n read.Name) []byte {
	const hexits = "0123456789ABCDEF"
	out = append(out, '/')
	for i := range len(n) {
		c := n[i]
		switch {
		case c <= ' ' || c > '~' || c == '#' || c == '/' || c == '%' || c == '(' || c == ')' || c == '<' || c == '>' ||
			c == '[' || c == ']' || c == '{' || c == '}':
			out = append(out, '#', hexits[c>>4], hexits[c&15])
		default:
			out = append(out, c)
		}
	}
	return out
}

// text writes printable ASCII in brackets and anything else as hexadecimal.
func text(out []byte, s read.String) []byte {
	plain := true
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' {
			plain = false
			break
		}
	}
	if !plain {
		const hexits = "0123456789ABCDEF"
		out = append(out, '<')
		for i := range len(s) {
			out = append(out, hexits[s[i]>>4], hexits[s[i]&15])
		}
		return append(out, '>')
	}
	out = append(out, '(')
	for i := range len(s) {
		if c := s[i]; c == '(' || c == ')' || c == '\\' {
			out = append(out, '\\')
		}
		out = append(out, s[i])
	}
	return append(out, ')')
}

func box(b read.Box) read.Array {
	return read.Array{short(b[0]), short(b[1]), short(b[2]), short(b[3])}
}
