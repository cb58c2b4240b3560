package cms

import (
	"bytes"
	"encoding/asn1"
	"slices"
	"time"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"
)

// readAttributes reads both sets of attributes. It fails unless each signed one is there once with one value. The
// signed set is brought into the order of DER; some writers sign it in their own order, which is kept in Written.
func (s *SignerInfo) readAttributes(signed, unsigned cryptobyte.String) error {
	var b cryptobyte.Builder
	b.AddASN1(tag.SET, func(b *cryptobyte.Builder) { b.AddBytes(signed) })
	s.attrs = b.BytesOrPanic()
	s.signed = map[string][]byte{}
	s.Unsigned = map[string][]cryptobyte.String{}
	var all [][]byte
	for !signed.Empty() {
		var element cryptobyte.String
		if !signed.ReadASN1Element(&element, tag.SEQUENCE) {
			return errAttrs
		}
		all = append(all, element)
		oid, values, ok := readAttribute(element)
		if _, again := s.signed[oid]; !ok || again || len(values) != 1 {
			return errAttrs
		}
		s.signed[oid] = values[0]
	}
	if !slices.IsSortedFunc(all, bytes.Compare) {
		slices.SortFunc(all, bytes.Compare)
		s.Written = s.attrs
		var in cryptobyte.Builder
		in.AddASN1(tag.SET, func(b *cryptobyte.Builder) { b.AddBytes(slices.Concat(all...)) })
		s.attrs = in.BytesOrPanic()
	}
	for !unsigned.Empty() {
		var element cryptobyte.String
		if !unsigned.ReadASN1Element(&element, tag.SEQUENCE) {
			return errAttrs
		}
		oid, values, ok := readAttribute(element)
		if !ok {
			return errAttrs
		}
		s.Unsigned[oid] = append(s.Unsigned[oid], values...)
	}
	return nil
}

// readAttribute parses one attribute into its identifier and the encoded values.
func readAttribute(element cryptobyte.String) (oid string, values []cryptobyte.String, ok bool) {
	var body, set cryptobyte.String
	var kind asn1.ObjectIdentifier
	if !element.ReadASN1(&body, tag.SEQUENCE) || !body.ReadASN1ObjectIdentifier(&kind) || !body.ReadASN1(&set, tag.SET) || !body.Empty() {
		return "", nil, false
	}
	for !set.Empty() {
		var v cryptobyte.String
		var any tag.Tag
		if !set.ReadAnyASN1Element(&v, &any) {
			return "", nil, false
		}
		values = append(values, v)
	}
	return kind.String(), values, len(values) > 0
}

// contentType returns the signed content type.
func (s *SignerInfo) contentType() (oid asn1.ObjectIdentifier, ok bool) {
	v := cryptobyte.String(s.signed[OidContentType])
	ok = v.ReadASN1ObjectIdentifier(&oid) && v.Empty()
	return oid, ok
}

// messageDigest returns the signed digest of the content.
func (s *SignerInfo) messageDigest() (sum cryptobyte.String, ok bool) {
	v := cryptobyte.String(s.signed[OidMessageDigest])
	ok = v.ReadASN1(&sum, tag.OCTET_STRING) && v.Empty()
	return sum, ok
}

// SigningTime returns the claimed time, if it is signed.
func (s *SignerInfo) SigningTime() (time.Time, bool) {
	var t time.Time
	rest, err := asn1.Unmarshal(s.signed[OidSigningTime], &t)
	return t, err == nil && len(rest) == 0
}
