package cms

import "encoding/binary"

// Writers that take what their library gives them put the CMS down in BER: lengths that are not given, strings in
// pieces. What is signed is DER all the same (RFC 5652, 5.4), so it is brought into that form and then read as strictly
// as the rest.

const (
	maxPieces = 100_000 // elements of one structure
	octets    = 0x04
	piecewise = 0x20 // the bit of a tag whose content is elements
)

// ber converts BER elements to DER.
type ber struct {
	in   []byte
	left int // elements that may still come
}

// toDER converts the first element and returns it with the bytes behind it.
func toDER(in []byte) (der, rest []byte, ok bool) {
	b := &ber{in: in, left: maxPieces}
	der, ok = b.element(0)
	return der, b.in, ok
}

// element converts the next element.
func (b *ber) element(depth int) ([]byte, bool) {
	if b.left--; b.left < 0 || depth > maxNested {
		return nil, false
	}
	kind, length, open, ok := b.head()
	if !ok {
		return nil, false
	}
	if kind[0]&piecewise == 0 {
		if open {
			return nil, false
		}
		body := b.in[:length]
		b.in = b.in[length:]
		return wrap(kind, body), true
	}
	inside := b
	if !open {
		inside = &ber{in: b.in[:length], left: b.left}
		b.in = b.in[length:]
	}
	body, ok := inside.children(depth, open, kind[0] == octets|piecewise)
	b.left = inside.left
	if !ok {
		return nil, false
	}
	if kind[0] == octets|piecewise {
		kind = []byte{octets}
	}
	return wrap(kind, body), true
}

// children converts the elements inside another, up to the end-of-contents mark or the end. The pieces of a string
// become one string.
func (b *ber) children(depth int, open, pieces bool) (body []byte, ok bool) {
	for {
		switch {
		case open && len(b.in) >= 2 && b.in[0] == 0 && b.in[1] == 0:
			b.in = b.in[2:]
			return body, true
		case len(b.in) == 0:
			return body, !open
		}
		child, ok := b.element(depth + 1)
		if !ok {
			return nil, false
		}
		if pieces {
			part := &ber{in: child, left: 1}
			kind, length, _, ok := part.head()
			if !ok || kind[0] != octets || len(kind) != 1 {
				return nil, false
			}
			child = part.in[:length]
		}
		body = append(body, child...)
	}
}

// head reads a tag and a length. open is true for an indefinite length.
func (b *ber) head() (kind []byte, length int, open, ok bool) {
	n := 1
	if len(b.in) < 2 {
		return nil, 0, false, false
	}
	if b.in[0]&0x1F == 0x1F { // a tag of several bytes
		for n < len(b.in) && b.in[n]&0x80 != 0 {
			n++
		}
		n++
	}
	if n >= len(b.in) || n > 6 {
		return nil, 0, false, false
	}
	kind = b.in[:n]
	first := b.in[n]
	b.in = b.in[n+1:]
	switch {
	case first == 0x80:
		return kind, 0, true, true
	case first < 0x80:
		length = int(first)
	default:
		digits := int(first & 0x7F)
		if digits > 8 || digits > len(b.in) {
			return nil, 0, false, false
		}
		var wide [8]byte
		copy(wide[8-digits:], b.in[:digits])
		b.in = b.in[digits:]
		long := binary.BigEndian.Uint64(wide[:])
		if long > uint64(len(b.in)) {
			return nil, 0, false, false
		}
		length = int(long) //nolint:gosec // not above the length of the data
	}
	return kind, length, false, length <= len(b.in)
}

// wrap returns a body with its tag and the shortest length in front.
func wrap(kind, body []byte) []byte {
	out := append([]byte{}, kind...)
	switch n := len(body); {
	case n < 0x80:
		out = append(out, byte(n))
	default:
		var wide [8]byte
		binary.BigEndian.PutUint64(wide[:], uint64(n)) //nolint:gosec // a length
		i := 0
		for wide[i] == 0 {
			i++
		}
		out = append(append(out, 0x80|byte(8-i)), wide[i:]...)
	}
	return append(out, body...)
}
