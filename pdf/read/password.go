package read

import (
	"bytes"
	"crypto/md5"
	"crypto/subtle"
	"fmt"
)

// unlock opens the encryption with the password, or with none, as user or as owner (7.6.4).
func (d *Document) unlock() error {
	if d.trailer["Encrypt"] == nil {
		return nil
	}
	dict, err := d.Dict(d.trailer["Encrypt"])
	if err != nil {
		return err
	}
	e, err := d.encryption(dict)
	if err != nil {
		return err
	}
	var key []byte
	var owner bool
	for _, d.password = range encodings(d.options.Password, e.version == 5) {
		if key, owner = e.try([]byte(d.password)); key != nil {
			break
		}
	}
	switch {
	case key == nil && d.options.Password == "":
		return ErrEncrypted
	case key == nil:
		return ErrPassword
	}
	d.lock = &lock{
		key: key, strings: e.strings, streams: e.streams, metadata: e.metadata, owner: owner, permissions: e.permissions,
	}
	// What was read before stays as it is: the encryption dictionary itself, whose strings are in clear.
	return nil
}

// encryption is the encryption dictionary of the standard handler (table 20 and 21).
type encryption struct {
	version, revision int
	length            int // of the key, bytes
	owner, user       []byte
	ownerKey, userKey []byte // OE, UE
	permissions       uint32
	metadata          bool
	id                []byte
	strings, streams  method
}

func (d *Document) encryption(dict Dict) (*encryption, error) {
	if dict == nil || dict["Filter"] != Name("Standard") {
		return nil, fmt.Errorf("%w: no standard handler", ErrCipher)
	}
	e := &encryption{metadata: dict["EncryptMetadata"] != false, length: 5}
	number := func(key Name) (int, error) {
		n, _, err := d.Int(dict[key])
		return n, err
	}
	var errs [4]error
	var bits, p int
	e.version, errs[0] = number("V")
	e.revision, errs[1] = number("R")
	bits, errs[2] = number("Length")
	p, errs[3] = number("P")
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	e.permissions = uint32(int64(p))
	for key, to := range map[Name]*[]byte{"O": &e.owner, "U": &e.user, "OE": &e.ownerKey, "UE": &e.userKey} {
		s, err := d.Text(dict[key])
		if err != nil {
			return nil, err
		}
		*to = []byte(s)
	}
	if id, err := d.Array(d.trailer["ID"]); err != nil {
		return nil, err
	} else if len(id) > 0 {
		s, err := d.Text(id[0])
		if err != nil {
			return nil, err
		}
		e.id = []byte(s)
	}
	return e, d.methods(e, dict, bits)
}

// methods finds out how strings and streams are encrypted.
func (d *Document) methods(e *encryption, dict Dict, bits int) error {
	least := 32
	switch {
	case e.version == 1 && e.revision <= 3, e.version == 2 && e.revision <= 3:
		if e.version == 2 && bits != 0 {
			e.length = bits / 8
		}
		e.strings, e.streams = methodRC4, methodRC4
	case e.version == 4 && e.revision == 4, e.version == 5 && (e.revision == 5 || e.revision == 6):
		e.length = 16
		if e.version == 5 {
			e.length, least = 32, 48
		}
		var err error
		if e.strings, err = d.method(dict, "StrF"); err != nil {
			return err
		}
		if e.streams, err = d.method(dict, "StmF"); err != nil {
			return err
		}
	default:
		return fmt.Errorf("%w: V %d, R %d", ErrCipher, e.version, e.revision)
	}
	if len(e.owner) < least || len(e.user) < least || e.length < 5 || e.length > 32 || e.version < 5 && e.length > 16 {
		return fmt.Errorf("%w: the encryption dictionary", ErrDamaged)
	}
	e.owner, e.user = e.owner[:least], e.user[:least]
	return nil
}

func (d *Document) method(dict Dict, key Name) (method, error) {
	name, err := d.Name(dict[key])
	if err != nil || name == "" || name == "Identity" {
		return methodNone, err
	}
	filters, err := d.Dict(dict["CF"])
	if err != nil {
		return methodNone, err
	}
	f, err := d.Dict(filters[name])
	if err != nil {
		return methodNone, err
	}
	switch f["CFM"] {
	case Name("V2"):
		return methodRC4, nil
	case Name("AESV2"):
		return methodAES128, nil
	case Name("AESV3"):
		return methodAES256, nil
	case Name("None"), nil:
		return methodNone, nil
	}
	return methodNone, fmt.Errorf("%w: %v", ErrCipher, f["CFM"])
}

func same(a, b []byte) bool { return subtle.ConstantTimeCompare(a, b) == 1 }

// try gives the key of the file, or nil.
func (e *encryption) try(password []byte) (key []byte, owner bool) {
	if e.version == 5 {
		return e.try256(password)
	}
	if key := e.asUser(padded(password)); key != nil {
		return key, false
	}
	// Algorithm 7: the owner's password gives the user's.
	sum := md5.Sum(padded(password))
	if e.revision >= 3 {
		for range 50 {
			sum = md5.Sum(sum[:e.length])
		}
	}
	user := e.owner
	for i := e.layers() - 1; i >= 0; i-- {
		user = layer(sum[:e.length], user, i)
	}
	key = e.asUser(user)
	return key, key != nil
}

// asUser tries a padded user's password (algorithms 2, 4, 5 and 6).
func (e *encryption) asUser(pad []byte) []byte {
	seed := append(append([]byte(nil), pad...), e.owner...)
	seed = append(append(seed, little(e.permissions)...), e.id...)
	if e.revision >= 4 && !e.metadata {
		seed = append(seed, 0xFF, 0xFF, 0xFF, 0xFF)
	}
	sum := md5.Sum(seed)
	if e.revision >= 3 {
		for range 50 {
			sum = md5.Sum(sum[:e.length])
		}
	}
	key := sum[:e.length]
	if e.revision == 2 {
		if same(layer(key, padding(), 0), e.user) {
			return key
		}
		return nil
	}
	check := md5.Sum(append(padding(), e.id...))
	out := check[:]
	for i := range e.layers() {
		out = layer(key, out, i)
	}
	if same(out, e.user[:16]) {
		return key
	}
	return nil
}

func (e *encryption) layers() int {
	if e.revision == 2 {
		return 1
	}
	return 20
}

// layer is RC4 with every byte of the key changed by i.
func layer(key, data []byte, i int) []byte {
	turned := bytes.Clone(key)
	for j := range turned {
		turned[j] ^= byte(i)
	}
	out, err := stream(turned, data)
	if err != nil {
		return nil
	}
	return out
}

// padding fills a password up to 32 bytes (algorithm 2, step a).
func padding() []byte {
	return []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
		"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")
}

func padded(password []byte) []byte {
	return append(bytes.Clone(password[:min(32, len(password))]), padding()...)[:32]
}
