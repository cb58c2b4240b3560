// Package cms reads and verifies the CMS of a signature or a timestamp (RFC 5652, 5035, 3161), and the chain of its
// certificate.
package cms

import (
	"bytes"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"math/big"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"

	"campus.example/sealdesk/seal/check/reason"
)

// Object identifiers of CMS and its attributes (RFC 5652, 5035, 3161).
const (
	OIDData          = "1.2.840.113549.1.7.1"
	OidSignedData    = "1.2.840.113549.1.7.2"
	OIDTSTInfo       = "1.2.840.113549.1.9.16.1.4"
	OidContentType   = "1.2.840.113549.1.9.3"
	OidMessageDigest = "1.2.840.113549.1.9.4"
	OidSigningTime   = "1.2.840.113549.1.9.5"
	OidSigningCertV1 = "1.2.840.113549.1.9.16.2.12"
	OidSigningCertV2 = "1.2.840.113549.1.9.16.2.47"
	OIDTimestamp     = "1.2.840.113549.1.9.16.2.14"
	oidExtKeyUsage   = "2.5.29.37"
)

// Limits for one CMS.
const (
	maxNested = 64   // elements in one another
	MaxCerts  = 128  // in one signature, and in the document's security store
	maxRSA    = 8192 // bits: checking larger keys is slow
)

// SignedData is a CMS SignedData with one signer (RFC 5652). The parser takes DER only: cryptobyte refuses indefinite
// and overlong lengths.
type SignedData struct {
	ContentType  asn1.ObjectIdentifier
	Content      []byte // the encapsulated content, nil when detached
	Certificates []*x509.Certificate
	Signer       SignerInfo
}

// SignerInfo is the one signer of a SignedData.
type SignerInfo struct {
	issuer    []byte // RDNSequence as encoded, nil when named by key id
	serial    *big.Int
	keyID     []byte
	Digest    asn1.ObjectIdentifier
	attrs     []byte                         // signed attributes as a SET, in the order of DER
	Bare      bool                           // there are none: the content itself is signed
	Written   []byte                         // as they stand there, nil when that is the same
	signed    map[string][]byte              // by OID, the one value as encoded
	algorithm cryptobyte.String              // AlgorithmIdentifier, inside
	Signature []byte                         //
	Unsigned  map[string][]cryptobyte.String // by OID, the values as encoded
}

var (
	ErrMalformed = errors.New(reason.CMSMalformed)
	errSigners   = errors.New(reason.NotOneSigner)
	errAttrs     = errors.New(reason.AttributesMalformed)
)

// Read parses one SignedData, in DER or BER, and returns it with the bytes behind it. strict is false for BER. It fails
// with ErrMalformed, or with another code of package reason.
func Read(in []byte) (data *SignedData, rest []byte, strict bool, err error) {
	data, rest, err = Parse(in)
	if !errors.Is(err, ErrMalformed) {
		return data, rest, true, err
	}
	der, behind, ok := toDER(in)
	if !ok || bytes.HasPrefix(in, der) {
		return data, rest, true, err
	}
	data, inside, err := Parse(der)
	if err == nil && len(inside) > 0 {
		err = ErrMalformed
	}
	return data, behind, false, err
}

// Parse does what Read does, for DER alone.
func Parse(der []byte) (*SignedData, []byte, error) {
	in := cryptobyte.String(der)
	var info, wrapped, body cryptobyte.String
	var kind asn1.ObjectIdentifier
	if !in.ReadASN1(&info, tag.SEQUENCE) {
		return nil, nil, ErrMalformed
	}
	if !info.ReadASN1ObjectIdentifier(&kind) || kind.String() != OidSignedData ||
		!info.ReadASN1(&wrapped, explicit(0)) || !info.Empty() ||
		!wrapped.ReadASN1(&body, tag.SEQUENCE) || !wrapped.Empty() {
		return nil, nil, ErrMalformed
	}
	out, err := parseSignedData(body)
	return out, in, err
}

// explicit returns the tag of an explicitly tagged element.
func explicit(n uint8) tag.Tag { return tag.Tag(n).ContextSpecific().Constructed() }

func parseSignedData(body cryptobyte.String) (*SignedData, error) {
	var version int
	var digests, content, wrapped, certs, crls, signers, info cryptobyte.String
	var hasContent, hasCerts, hasCRLs bool
	s := &SignedData{}
	if !body.ReadASN1Integer(&version) || version < 1 || version > 5 ||
		!body.ReadASN1(&digests, tag.SET) ||
		!body.ReadASN1(&content, tag.SEQUENCE) ||
		!content.ReadASN1ObjectIdentifier(&s.ContentType) ||
		!content.ReadOptionalASN1(&wrapped, &hasContent, explicit(0)) || !content.Empty() ||
		!body.ReadOptionalASN1(&certs, &hasCerts, explicit(0)) ||
		!body.ReadOptionalASN1(&crls, &hasCRLs, explicit(1)) ||
		!body.ReadASN1(&signers, tag.SET) || !body.Empty() {
		return nil, ErrMalformed
	}
	if hasContent {
		var octets cryptobyte.String
		if !wrapped.ReadASN1(&octets, tag.OCTET_STRING) || !wrapped.Empty() {
			return nil, ErrMalformed
		}
		s.Content = append([]byte{}, octets...)
	}
	if !signers.ReadASN1(&info, tag.SEQUENCE) || !signers.Empty() {
		return nil, errSigners
	}
	var err error
	if s.Certificates, err = parseCerts(certs); err != nil {
		return nil, err
	}
	s.Signer, err = parseSigner(info)
	return s, err
}

// parseCerts parses the certificates. One that the standard library cannot parse is passed over: it may be of an
// algorithm unknown here, and only the signer's must be readable.
func parseCerts(set cryptobyte.String) ([]*x509.Certificate, error) {
	var out []*x509.Certificate
	for n := 0; !set.Empty(); n++ {
		var der cryptobyte.String
		var kind tag.Tag
		if n >= MaxCerts || !set.ReadAnyASN1Element(&der, &kind) {
			return nil, ErrMalformed
		}
		if kind != tag.SEQUENCE {
			continue // other certificate formats
		}
		if c := ReadCertificate(der); c != nil {
			out = append(out, c)
		}
	}
	return out, nil
}

func parseSigner(info cryptobyte.String) (SignerInfo, error) {
	var s SignerInfo
	var version int
	var id, issuer, digest, attrs, unsigned cryptobyte.String
	var hasID, hasAttrs, hasUnsigned bool
	if !info.ReadASN1Integer(&version) {
		return s, ErrMalformed
	}
	if !info.ReadOptionalASN1(&id, &hasID, tag.Tag(0).ContextSpecific()) {
		return s, ErrMalformed
	}
	if hasID {
		s.keyID = id
	} else {
		s.serial = new(big.Int)
		if !info.ReadASN1(&id, tag.SEQUENCE) || !id.ReadASN1Element(&issuer, tag.SEQUENCE) || !id.ReadASN1Integer(s.serial) || !id.Empty() {
			return s, ErrMalformed
		}
		s.issuer = issuer
	}
	if !info.ReadASN1(&digest, tag.SEQUENCE) || !digest.ReadASN1ObjectIdentifier(&s.Digest) || !nullOrEmpty(digest) ||
		!info.ReadOptionalASN1(&attrs, &hasAttrs, explicit(0)) ||
		!info.ReadASN1(&s.algorithm, tag.SEQUENCE) ||
		!info.ReadASN1Bytes(&s.Signature, tag.OCTET_STRING) ||
		!info.ReadOptionalASN1(&unsigned, &hasUnsigned, explicit(1)) || !info.Empty() {
		return s, ErrMalformed
	}
	s.Bare = !hasAttrs
	return s, s.readAttributes(attrs, unsigned)
}

// nullOrEmpty reports whether an algorithm has no parameters. There are two ways to write that.
func nullOrEmpty(s cryptobyte.String) bool {
	var null cryptobyte.String
	return s.Empty() || (s.ReadASN1(&null, tag.NULL) && null.Empty() && s.Empty())
}
