package file

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5" //nolint:gosec // the standard's key derivation
	"crypto/rc4" //nolint:gosec // the same
	"encoding/binary"

	"github.com/xdg-go/stringprep"
)

// padlock is what the encryption dictionary keeps to check a password with (ISO 32000-2 7.6.4).
type padlock struct {
	revision      int
	o, u, oe, ue  []byte
	perms         uint32
	id            []byte
	length        int
	clearMetadata bool
}

func lockOf(encrypt *Dict, id []byte, length int, metadata bool) padlock {
	raw := func(key Name) []byte {
		t, _ := encrypt.Get(key).(String)
		return t.Raw
	}
	p, _ := encrypt.Get("P").(int64)
	return padlock{
		revision: IntOr(encrypt.Get("R"), 0), o: raw("O"), u: raw("U"), oe: raw("OE"), ue: raw("UE"),
		perms: uint32(p), id: id, length: length, clearMetadata: !metadata, //nolint:gosec // 32 bits as stored
	}
}

// open returns the key that a password opens, as the user's or the owner's, else the key that no password opens. It
// returns nil when none of them fits.
func (l padlock) open(password string) []byte {
	tries := []string{password, ""}
	if l.revision >= 5 {
		// Writers that keep to the standard (7.6.4.3.3) prepared the password, others did not.
		if prepared, err := stringprep.SASLprep.Prepare(password); err == nil {
			tries = append(tries, prepared)
		}
	} else {
		tries = append(tries, latin(password))
	}
	for _, p := range tries {
		if l.revision >= 5 {
			if key := l.open256([]byte(p)); key != nil {
				return key
			}
			continue
		}
		for _, user := range [][]byte{[]byte(p), l.userPassword([]byte(p))} {
			if key := l.userKey(user); l.fits(key) {
				return key
			}
		}
	}
	return nil
}

// latin returns a password with one byte a character, as older encryption wants it (7.6.4.3.2). A character without a
// byte there is left out; such a password opens nothing.
func latin(password string) string {
	out := make([]byte, 0, len(password))
	for _, r := range password {
		if r == 0x20AC {
			r = 0xA0
		}
		if r <= 0xFF {
			out = append(out, byte(r)) //nolint:gosec // below 256
		}
	}
	return string(out)
}

const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

func padded(p []byte) []byte { return append(append([]byte{}, p...), padding...)[:32] }

// userKey returns the key of algorithm 2.
func (l padlock) userKey(password []byte) []byte {
	in := append(padded(password), l.o...)
	in = binary.LittleEndian.AppendUint32(in, l.perms)
	in = append(in, l.id...)
	if l.revision >= 4 && l.clearMetadata {
		in = append(in, 0xff, 0xff, 0xff, 0xff)
	}
	n := min(l.length, 16)
	sum := md5.Sum(in) //nolint:gosec // see above
	if l.revision >= 3 {
		for range 50 {
			sum = md5.Sum(sum[:n]) //nolint:gosec // see above
		}
	}
	return sum[:n]
}

// fits reports whether a key makes the user entry (algorithms 4 to 6).
func (l padlock) fits(key []byte) bool {
	if len(l.u) != 32 || len(l.o) != 32 {
		return false
	}
	if l.revision == 2 {
		return bytes.Equal(xorRC4(key, []byte(padding), 0), l.u)
	}
	sum := md5.Sum(append([]byte(padding), l.id...)) //nolint:gosec // see above
	out := sum[:]
	for i := range 20 {
		out = xorRC4(key, out, byte(i)) //nolint:gosec // below 20
	}
	return bytes.Equal(out, l.u[:16])
}

// userPassword returns the user's password, opened by the owner's (algorithm 7).
func (l padlock) userPassword(owner []byte) []byte {
	n := min(l.length, 16)
	sum := md5.Sum(padded(owner)) //nolint:gosec // see above
	if l.revision >= 3 {
		for range 50 {
			sum = md5.Sum(sum[:]) //nolint:gosec // see above
		}
	}
	out := l.o
	if l.revision == 2 {
		return xorRC4(sum[:n], out, 0)
	}
	for i := 19; i >= 0; i-- {
		out = xorRC4(sum[:n], out, byte(i)) //nolint:gosec // below 20
	}
	return out
}

func xorRC4(key, data []byte, x byte) []byte {
	k := make([]byte, len(key))
	for i := range key {
		k[i] = key[i] ^ x
	}
	out := make([]byte, len(data))
	if c, err := rc4.NewCipher(k); err == nil { //nolint:gosec // see above
		c.XORKeyStream(out, data)
	}
	return out
}

// open256 returns the key of algorithm 2.A, nil when the password is neither the user's nor the owner's.
func (l padlock) open256(password []byte) []byte {
	password = password[:min(len(password), 127)]
	if len(l.u) < 48 || len(l.o) < 48 || len(l.ue) != 32 || len(l.oe) != 32 {
		return nil
	}
	u, o := l.u[:48], l.o[:48]
	switch {
	case bytes.Equal(l.passwordHash(password, u[32:40], nil), u[:32]):
		return plainCBC(l.passwordHash(password, u[40:48], nil), l.ue)
	case bytes.Equal(l.passwordHash(password, o[32:40], u), o[:32]):
		return plainCBC(l.passwordHash(password, o[40:48], u), l.oe)
	}
	return nil
}

func plainCBC(key, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, len(data))
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(out, data)
	return out
}
