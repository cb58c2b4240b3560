package read

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rand"
	"crypto/rc4"
	"encoding/binary"
	"fmt"
)

// method is how strings or streams are encrypted (ISO 32000-2, table 25).
type method int

const (
	methodNone method = iota
	methodRC4
	methodAES128
	methodAES256
)

// lock is an opened encryption.
type lock struct {
	key         []byte // of the file
	strings     method
	streams     method
	metadata    bool // the metadata stream is encrypted too
	owner       bool
	permissions uint32
}

// Encrypted tells whether the document is encrypted.
func (d *Document) Encrypted() bool { return d.lock != nil }

// Permissions are the bits of P: what the document allows those who open it as user (table 22). They count from 0:
// bit 3 of the standard is 1<<2 here.
func (d *Document) Permissions() uint32 {
	if d.lock == nil {
		return ^uint32(0)
	}
	return d.lock.permissions
}

// Owner tells that the password was the owner's, who may do everything.
func (d *Document) Owner() bool { return d.lock == nil || d.lock.owner }

// cipher gives the key of one object (7.6.3.1, algorithm 1). With AES-256 it is that of the file.
func (l *lock) cipher(m method, r Ref) []byte {
	if m == methodAES256 {
		return l.key
	}
	seed := append([]byte(nil), l.key...)
	seed = append(seed, byte(r.Num), byte(r.Num>>8), byte(r.Num>>16), byte(r.Gen), byte(r.Gen>>8))
	if m == methodAES128 {
		seed = append(seed, "sAlT"...)
	}
	sum := md5.Sum(seed)
	return sum[:min(len(l.key)+5, 16)]
}

func (l *lock) open(m method, r Ref, data []byte) ([]byte, error) {
	switch m {
	case methodNone:
		return data, nil
	case methodRC4:
		return stream(l.cipher(m, r), data)
	}
	if len(data) == 0 {
		return nil, nil // some programs leave empty strings as they are
	}
	block, err := aes.NewCipher(l.cipher(m, r))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if len(data) < 32 || len(data)%16 != 0 {
		return nil, fmt.Errorf("%w: %d encrypted bytes", ErrDamaged, len(data))
	}
	out := make([]byte, len(data)-16)
	cipher.NewCBCDecrypter(block, data[:16]).CryptBlocks(out, data[16:])
	pad := int(out[len(out)-1])
	if pad < 1 || pad > 16 {
		return nil, fmt.Errorf("%w: the padding of encrypted data", ErrDamaged)
	}
	return out[:len(out)-pad], nil
}

func (l *lock) shut(m method, r Ref, data []byte) []byte {
	switch m {
	case methodNone:
		return data
	case methodRC4:
		out, err := stream(l.cipher(m, r), data)
		if err != nil {
			return data // the key has a length that is checked when the document is opened
		}
		return out
	}
	block, err := aes.NewCipher(l.cipher(m, r))
	if err != nil {
		return data // as above
	}
	pad := 16 - len(data)%16
	padded := append([]byte(nil), data...)
	for range pad {
		padded = append(padded, byte(pad))
	}
	out := make([]byte, 16, 16+len(padded))
	rand.Read(out) // it never fails
	iv := out[:16]
	out = append(out, padded...)
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(out[16:], padded)
	return out
}

func stream(key, data []byte) ([]byte, error) {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out, nil
}

func little(v uint32) []byte { return binary.LittleEndian.AppendUint32(nil, v) }
