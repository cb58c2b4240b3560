package file

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5" //nolint:gosec // the standard's key derivation
	"crypto/rc4" //nolint:gosec // what older documents are encrypted with

	"campus.example/sealdesk/domain"
)

// method is how strings or streams of a document are encrypted (ISO 32000-2 table 25).
type method int

const (
	methodNone method = iota
	methodRC4
	methodAES
	methodAES256
)

// crypt opens the strings and streams of an encrypted document.
type crypt struct {
	key              []byte
	strings, streams method
	metadata         bool // metadata streams are encrypted too
}

// unlock derives the key from the password. It fails with CodeDocEncrypted when the password does not open the
// document.
func (d *Document) unlock(trailer *Dict, password string) (*crypt, error) {
	encrypt := d.DictAt(trailer.Get("Encrypt"), d.Last())
	if encrypt == nil || encrypt.Twice || encrypt.NameAt("Filter") != "Standard" {
		return nil, domain.Fail(domain.CodeDocEncrypted)
	}
	c := &crypt{metadata: encrypt.Get("EncryptMetadata") != false}
	length := IntOr(encrypt.Get("Length"), 40) / 8
	switch IntOr(encrypt.Get("V"), 0) {
	case 1:
		c.strings, c.streams, length = methodRC4, methodRC4, 5
	case 2:
		c.strings, c.streams = methodRC4, methodRC4
	case 4:
		c.strings, c.streams, length = d.filter(encrypt, "StrF"), d.filter(encrypt, "StmF"), 16
	case 5:
		c.strings, c.streams, length = d.filter(encrypt, "StrF"), d.filter(encrypt, "StmF"), 32
	default:
		return nil, domain.Fail(domain.CodeDocEncrypted)
	}
	if length < 5 || length > 32 || c.strings < 0 || c.streams < 0 {
		return nil, ErrDamaged
	}
	var id []byte
	if list, ok := d.ArrayAt(trailer.Get("ID"), d.Last()); ok && len(list) > 0 {
		if t, ok := list[0].(String); ok {
			id = t.Raw
		}
	}
	c.key = lockOf(encrypt, id, length, c.metadata).open(password)
	if c.key == nil {
		return nil, domain.Fail(domain.CodeDocEncrypted)
	}
	return c, nil
}

// filter returns the method of a crypt filter, -1 for one that is not known.
func (d *Document) filter(encrypt *Dict, key Name) method {
	which := encrypt.NameAt(key)
	if which == "" || which == "Identity" {
		return methodNone
	}
	all := d.DictAt(encrypt.Get("CF"), d.Last())
	switch d.DictAt(all.Get(which), d.Last()).NameAt("CFM") {
	case "V2":
		return methodRC4
	case "AESV2":
		return methodAES
	case "AESV3":
		return methodAES256
	case "None":
		return methodNone
	}
	return -1
}

// open decrypts all strings of an object, and its data. The /Contents of a signature is never encrypted.
func (c *crypt) open(r Ref, v Value) (Value, error) {
	switch v := v.(type) {
	case String:
		raw, err := c.decrypt(c.strings, r, v.Raw)
		v.Raw = raw
		return v, err
	case Array:
		out := make(Array, len(v))
		for i := range v {
			var err error
			if out[i], err = c.open(r, v[i]); err != nil {
				return nil, err
			}
		}
		return out, nil
	case *Dict:
		out := &Dict{Entries: make(map[Name]Value, len(v.Entries)), Twice: v.Twice}
		for k, e := range v.Entries {
			if k == "Contents" && v.Has("ByteRange") {
				out.Entries[k] = e
				continue
			}
			var err error
			if out.Entries[k], err = c.open(r, e); err != nil {
				return nil, err
			}
		}
		return out, nil
	case *Stream:
		if kind := v.NameAt("Type"); kind == "XRef" || kind == "Metadata" && !c.metadata {
			return v, nil
		}
		inside, err := c.open(r, v.Dict)
		if err != nil {
			return nil, err
		}
		data, err := c.decrypt(c.streams, r, v.data)
		return &Stream{Dict: inside.(*Dict), data: data}, err
	}
	return v, nil
}

func (c *crypt) decrypt(m method, r Ref, data []byte) ([]byte, error) {
	key := c.key
	if m == methodRC4 || m == methodAES {
		key = c.objectKey(r, m)
	}
	switch m {
	case methodNone:
		return data, nil
	case methodRC4:
		out := make([]byte, len(data))
		stream, err := rc4.NewCipher(key) //nolint:gosec // see above
		if err != nil {
			return nil, ErrDamaged
		}
		stream.XORKeyStream(out, data)
		return out, nil
	}
	return unpadCBC(key, data)
}

// objectKey derives the key of one object (ISO 32000-2 7.6.3.2).
func (c *crypt) objectKey(r Ref, m method) []byte {
	salted := append(append([]byte{}, c.key...), byte(r.Num), byte(r.Num>>8), byte(r.Num>>16), byte(r.Gen), byte(r.Gen>>8))
	if m == methodAES {
		salted = append(salted, "sAlT"...)
	}
	sum := md5.Sum(salted) //nolint:gosec // see above
	return sum[:min(len(c.key)+5, 16)]
}

// unpadCBC decrypts AES in CBC mode, with the vector in front and padding behind.
func unpadCBC(key, data []byte) ([]byte, error) {
	if len(data) == 0 {
		return data, nil
	}
	block, err := aes.NewCipher(key)
	if err != nil || len(data)%16 != 0 || len(data) < 32 {
		return nil, ErrDamaged
	}
	out := make([]byte, len(data)-16)
	cipher.NewCBCDecrypter(block, data[:16]).CryptBlocks(out, data[16:])
	pad := int(out[len(out)-1])
	if pad < 1 || pad > 16 {
		return nil, ErrDamaged
	}
	return out[:len(out)-pad], nil
}
