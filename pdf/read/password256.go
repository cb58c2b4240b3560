package read

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/sha512"
)

// try256 is algorithm 2.A (ISO 32000-2, 7.6.4.3.3): the key of the file is encrypted under each password.
func (e *encryption) try256(password []byte) (key []byte, owner bool) {
	password = password[:min(127, len(password))]
	if len(e.ownerKey) < 32 || len(e.userKey) < 32 {
		return nil, false
	}
	if same(e.hash(password, e.owner[32:40], e.user[:48]), e.owner[:32]) {
		return unwrap(e.hash(password, e.owner[40:48], e.user[:48]), e.ownerKey[:32]), true
	}
	if same(e.hash(password, e.user[32:40], nil), e.user[:32]) {
		return unwrap(e.hash(password, e.user[40:48], nil), e.userKey[:32]), false
	}
	return nil, false
}

func unwrap(key, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, len(data))
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(out, data)
	return out
}

// hash is algorithm 2.B; revision 5, which Adobe had before the standard, hashes once.
func (e *encryption) hash(password, salt, user []byte) []byte {
	first := sha256.Sum256(bytes.Join([][]byte{password, salt, user}, nil))
	k := first[:]
	if e.revision == 5 {
		return k
	}
	for round := 0; ; round++ {
		data := bytes.Repeat(bytes.Join([][]byte{password, k, user}, nil), 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(data, data)
		sum := 0
		for _, c := range data[:16] {
			sum += int(c)
		}
		switch sum % 3 {
		case 0:
			h := sha256.Sum256(data)
			k = h[:]
		case 1:
			h := sha512.Sum384(data)
			k = h[:]
		case 2:
			h := sha512.Sum512(data)
			k = h[:]
		}
		if done := round + 1; done >= 64 && int(data[len(data)-1]) <= done-32 {
			return k[:32]
		}
	}
}
