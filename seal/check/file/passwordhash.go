package file

import (
	"bytes"
	"crypto"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"math/big"

	// The other digests that algorithm 2.B may draw.
	_ "crypto/sha512"
)

// passwordHash returns the digest of a password, a salt and, for the owner's password, the user entry. Revision 5 stops
// where algorithm 2.B begins. It returns nil when the cipher refuses the key.
func (l padlock) passwordHash(password, salt, user []byte) []byte {
	first := sha256.Sum256(bytes.Join([][]byte{password, salt, user}, nil))
	if l.revision < 6 {
		return first[:]
	}
	h := hardened{password: password, user: user, k: first[:]}
	for range 64 {
		if !h.round() {
			return nil
		}
	}
	for n := 64; int(h.last) > n-32; n++ {
		if !h.round() {
			return nil
		}
	}
	return h.k[:32]
}

// hardened is algorithm 2.B on its way (ISO 32000-2 7.6.4.3.4). The standard names its values K, K1 and E.
type hardened struct {
	password, user []byte
	k              []byte
	last           byte // of E
}

// round does steps a to d. It reports whether the cipher took the key.
func (h *hardened) round() bool {
	unit := len(h.password) + len(h.k) + len(h.user)
	e := make([]byte, 0, 64*unit)
	for range 64 {
		e = append(append(append(e, h.password...), h.k...), h.user...)
	}
	block, err := aes.NewCipher(h.k[:16])
	if err != nil {
		return false
	}
	cipher.NewCBCEncrypter(block, h.k[16:32]).CryptBlocks(e, e)
	drawn := new(big.Int).SetBytes(e[:16])
	digest := [...]crypto.Hash{crypto.SHA256, crypto.SHA384, crypto.SHA512}[drawn.Mod(drawn, big.NewInt(3)).Int64()].New()
	digest.Write(e)
	h.k, h.last = digest.Sum(nil), e[len(e)-1]
	return true
}
