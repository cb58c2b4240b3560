package storage

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"sync"

	"campus.example/sealdesk/domain"
)

// vault seals personal data. A master key gives, each under a label of its own, the key that wraps the subjects' data
// keys and the keys of the blind indexes. The master key itself is not kept in memory.
type vault struct {
	wrapping cipher.AEAD
	index    map[string][]byte
	proof    []byte

	mu     sync.Mutex
	random io.Reader
}

const (
	keyBytes       = 32
	wrappingNumber = 1
	// sealedVersion is the first byte of everything sealed, so that another method can follow.
	sealedVersion = 1
)

var errSealed = errors.New("sealed data does not open")

func newVault(master []byte, random io.Reader) (*vault, error) {
	v := &vault{random: random, index: map[string][]byte{}}
	key, err := hkdf.Key(sha256.New, master, nil, domain.LabelVaultWrapping, keyBytes)
	if err != nil {
		return nil, err
	}
	if v.wrapping, err = gcm(key); err != nil {
		return nil, err
	}
	for _, label := range []string{domain.LabelIndexPhone, domain.LabelIndexLink, domain.LabelIndexSession, domain.LabelIndexOffer} {
		if v.index[label], err = hkdf.Key(sha256.New, master, nil, label, keyBytes); err != nil {
			return nil, err
		}
	}
	v.proof, err = hkdf.Key(sha256.New, master, nil, domain.LabelVaultProof, keyBytes)
	return v, err
}

func gcm(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

// blind gives what a value is found by without being kept: equal values have equal indexes.
func (v *vault) blind(label, value string) []byte {
	h := hmac.New(sha256.New, v.index[label])
	h.Write([]byte(value))
	return h.Sum(nil)
}

// fresh gives random bytes.
func (v *vault) fresh(n int) ([]byte, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	b := make([]byte, n)
	if _, err := io.ReadFull(v.random, b); err != nil {
		return nil, fmt.Errorf("random: %w", err)
	}
	return b, nil
}

// seal gives version, nonce and sealed bytes. Where says what it is and where it belongs: it opens nowhere else.
func (v *vault) seal(key cipher.AEAD, where string, clear []byte) ([]byte, error) {
	nonce, err := v.fresh(key.NonceSize())
	if err != nil {
		return nil, err
	}
	out := append([]byte{sealedVersion}, nonce...)
	return key.Seal(out, nonce, clear, []byte(where)), nil
}

func open(key cipher.AEAD, where string, sealed []byte) ([]byte, error) {
	n := key.NonceSize()
	if len(sealed) < 1+n || sealed[0] != sealedVersion {
		return nil, errSealed
	}
	clear, err := key.Open(nil, sealed[1:1+n], sealed[1+n:], []byte(where))
	if err != nil {
		return nil, errSealed
	}
	return clear, nil
}
