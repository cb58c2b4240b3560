package check

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5" //nolint:gosec // the standard's key derivation
	"crypto/rc4" //nolint:gosec // the same
	"crypto/sha256"
	"crypto/sha512"
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

func lockOf(encrypt *dict, id []byte, length int, metadata bool) padlock {
	raw := func(key name) []byte {
		t, _ := encrypt.get(key).(text)
		return t.raw
	}
	p, _ := encrypt.get("P").(int64)
	return padlock{
		revision: intOr(encrypt.get("R"), 0), o: raw("O"), u: raw("U"), oe: raw("OE"), ue: raw("UE"),
		perms: uint32(p), id: id, length: length, clearMetadata: !metadata, //nolint:gosec // 32 bits as stored
	}
}

// open tries a password as the user's and the owner's, then none at all. nil means none of them fits.
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

// latin writes a password with one byte a character, as older encryption wants it (7.6.4.3.2); what has no byte there
// is left out and opens nothing.
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

// userKey is algorithm 2.
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

// fits is algorithms 4 to 6: the key must make the user entry.
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

// userPassword is algorithm 7: the owner's password opens the user's.
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

// open256 is algorithm 2.A.
func (l padlock) open256(password []byte) []byte {
	password = password[:min(len(password), 127)]
	if len(l.u) < 48 || len(l.o) < 48 || len(l.ue) != 32 || len(l.oe) != 32 {
		return nil
	}
	u, o := l.u[:48], l.o[:48]
	switch {
	case bytes.Equal(l.hash(password, u[32:40], nil), u[:32]):
		return plainCBC(l.hash(password, u[40:48], nil), l.ue)
	case bytes.Equal(l.hash(password, o[32:40], u), o[:32]):
		return plainCBC(l.hash(password, o[40:48], u), l.oe)
	}
	return nil
}

// hash is algorithm 2.B; revision 5 stops after the first digest.
func (l padlock) hash(password, salt, user []byte) []byte {
	first := sha256.Sum256(bytes.Join([][]byte{password, salt, user}, nil))
	k := first[:]
	if l.revision < 6 {
		return k
	}
	for round := 0; ; round++ {
		in := bytes.Repeat(bytes.Join([][]byte{password, k, user}, nil), 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(in, in)
		rest := 0
		for _, c := range in[:16] {
			rest += int(c)
		}
		switch rest % 3 {
		case 0:
			sum := sha256.Sum256(in)
			k = sum[:]
		case 1:
			sum := sha512.Sum384(in)
			k = sum[:]
		case 2:
			sum := sha512.Sum512(in)
			k = sum[:]
		}
		if round >= 63 && int(in[len(in)-1]) <= round-31 {
			return k[:32]
		}
	}
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
