package write

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
)

// Lock makes the document one that needs a password, as some offices send contracts by mistake. It is RC4 with 128
// bits (ISO 32000-1, 7.6, revision 3): old, but what such programs still write, and enough to try a reader on.
type Lock struct {
	User  string // opens the document, at most 32 ASCII characters
	Owner string // lifts the limits
}

// locker encrypts the objects of one file.
type locker struct {
	key   []byte
	entry string // the encryption dictionary
}

// padding fills a password up to 32 bytes (algorithm 2, step a).
func padding() []byte {
	return []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
		"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")
}

func padded(password string) []byte { return append([]byte(password), padding()...)[:32] }

// permissions allow nothing but reading.
const permissions = int32(-3904)

func newLocker(l Lock, id []byte) (*locker, error) {
	digest := md5.Sum(padded(l.Owner)) // algorithm 3
	for range 50 {
		digest = md5.Sum(digest[:])
	}
	owner, err := layers(digest[:], padded(l.User))
	if err != nil {
		return nil, err
	}
	seed := append(padded(l.User), owner...) // algorithm 2
	allowed := permissions
	seed = binary.LittleEndian.AppendUint32(seed, uint32(allowed))
	key := md5.Sum(append(seed, id...))
	for range 50 {
		key = md5.Sum(key[:])
	}
	check := md5.Sum(append(padding(), id...)) // algorithm 5
	user, err := layers(key[:], check[:])
	if err != nil {
		return nil, err
	}
	return &locker{key: key[:], entry: fmt.Sprintf("<< /Filter /Standard /V 2 /R 3 /Length 128 /P %d /O <%X> /U <%X%032X> >>",
		permissions, owner, user, 0)}, nil
}

// layers is the twentyfold RC4 of algorithms 3 and 5.
func layers(key, data []byte) ([]byte, error) {
	out := bytes.Clone(data)
	for i := range 20 {
		turn := bytes.Clone(key)
		for j := range turn {
			turn[j] ^= byte(i)
		}
		c, err := rc4.NewCipher(turn)
		if err != nil {
			return nil, fmt.Errorf("encrypt document: %w", err)
		}
		c.XORKeyStream(out, out)
	}
	return out, nil
}

// object encrypts the strings and the stream of one object (algorithm 1). RC4 keeps every length.
func (l *locker) object(n ref, body []byte) ([]byte, error) {
	number := binary.LittleEndian.AppendUint32(nil, uint32(n))
	key := md5.Sum(append(append(bytes.Clone(l.key), number[:3]...), 0, 0))
	run := func(data []byte) ([]byte, error) {
		c, err := rc4.NewCipher(key[:])
		if err != nil {
			return nil, fmt.Errorf("encrypt document: %w", err)
		}
		out := make([]byte, len(data))
		c.XORKeyStream(out, data)
		return out, nil
	}
	const begin, end = "\nstream\n", "\nendstream"
	dict, rest, stream := bytes.Cut(body, []byte(begin))
	out, err := encryptStrings(dict, run)
	if err != nil || !stream {
		return out, err
	}
	data, err := run(bytes.TrimSuffix(rest, []byte(end)))
	if err != nil {
		return nil, err
	}
	return bytes.Join([][]byte{out, []byte(begin), data, []byte(end)}, nil), nil
}

// encryptStrings goes through a dictionary as this package writes them: hex strings, and literal ones without escapes.
func encryptStrings(dict []byte, run func([]byte) ([]byte, error)) ([]byte, error) {
	var out bytes.Buffer
	for i := 0; i < len(dict); i++ {
		c := dict[i]
		double := c == '<' && i+1 < len(dict) && dict[i+1] == '<'
		closing := map[byte]byte{'(': ')', '<': '>'}[c]
		if double || closing == 0 {
			out.WriteByte(c)
			if double {
				out.WriteByte(c)
				i++
			}
			continue
		}
		size := bytes.IndexByte(dict[i+1:], closing)
		if size < 0 {
			return nil, errors.New("encrypt document: a string does not end")
		}
		text := dict[i+1 : i+1+size]
		if c == '<' {
			var err error
			if text, err = hex.DecodeString(string(text)); err != nil {
				return nil, fmt.Errorf("encrypt document: %w", err)
			}
		}
		secret, err := run(text)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&out, "<%X>", secret)
		i += size + 1
	}
	return out.Bytes(), nil
}
