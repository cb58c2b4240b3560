package read

import (
	"fmt"
)

// asciiHex undoes ASCIIHexDecode (7.4.2).
func asciiHex(data []byte) ([]byte, error) {
	out := make([]byte, 0, len(data)/2)
	half := -1
	for _, c := range data {
		if c == '>' {
			break
		}
		if White(c) {
			continue
		}
		v := unhex(c)
		switch {
		case v < 0:
			return nil, fmt.Errorf("%w: %q in a hexadecimal stream", ErrDamaged, c)
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
	return out, nil
}

// ascii85 undoes ASCII85Decode (7.4.3).
func ascii85(data []byte) ([]byte, error) {
	var out []byte
	var group [5]byte
	n := 0
	put := func(n int) {
		for i := n; i < 5; i++ {
			group[i] = 84
		}
		var v uint32
		for _, c := range group {
			v = v*85 + uint32(c)
		}
		word := [4]byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}
		out = append(out, word[:n-1]...)
	}
	for _, c := range data {
		switch {
		case White(c):
		case c == '~':
			if n > 1 {
				put(n)
			}
			return out, nil
		case c == 'z' && n == 0:
			out = append(out, 0, 0, 0, 0)
		case c < '!' || c > 'u':
			return nil, fmt.Errorf("%w: %q in an ASCII85 stream", ErrDamaged, c)
		default:
			group[n] = c - '!'
			if n++; n == 5 {
				put(5)
				n = 0
			}
		}
	}
	if n > 1 {
		put(n)
	}
	return out, nil
}

// runLength undoes RunLengthDecode (7.4.5).
func runLength(data []byte, limit int) ([]byte, error) {
	var out []byte
	for len(data) > 0 {
		n := int(data[0])
		data = data[1:]
		switch {
		case n == 128:
			return out, nil
		case n < 128:
			n = min(n+1, len(data))
			out = append(out, data[:n]...)
			data = data[n:]
		case len(data) > 0:
			for range 257 - n {
				out = append(out, data[0])
			}
			data = data[1:]
		}
		if len(out) > limit {
			return nil, fmt.Errorf("%w: a stream unpacks to more than %d bytes", ErrLimits, limit)
		}
	}
	return out, nil
}
