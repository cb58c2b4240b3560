package cms

import (
	"bytes"
	"crypto"
	"crypto/sha1" //nolint:gosec // the digest RFC 2634 fixed; it binds a certificate that is given, beside a signature
	"crypto/x509"
	"encoding/asn1"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"
)

// ESSMatches reports whether the signed reference to the signer's certificate (RFC 5035) is there, and whether it names
// this certificate. It keeps the certificate from being exchanged for another with the same key.
func ESSMatches(s *SignerInfo, cert *x509.Certificate) (there, ok bool) {
	raw, there := s.signed[OidSigningCertV2]
	if !there {
		return false, false
	}
	id, ok := firstCertID(raw)
	if !ok {
		return true, false
	}
	algo := crypto.SHA256
	var algorithm, sum cryptobyte.String
	var given bool
	if !id.ReadOptionalASN1(&algorithm, &given, tag.SEQUENCE) {
		return true, false
	}
	if given {
		var oid asn1.ObjectIdentifier
		if !algorithm.ReadASN1ObjectIdentifier(&oid) {
			return true, false
		}
		if algo, ok = DigestOf(oid); !ok {
			return true, false
		}
	}
	if !id.ReadASN1(&sum, tag.OCTET_STRING) {
		return true, false
	}
	h := algo.New()
	h.Write(cert.Raw)
	return true, bytes.Equal(sum, h.Sum(nil))
}

// ESSV1Matches does what ESSMatches does for the older attribute with SHA-1, which most timestamp authorities and some
// signers still send. Another certificate with that digest cannot be made.
func ESSV1Matches(s *SignerInfo, cert *x509.Certificate) (there, ok bool) {
	raw, there := s.signed[OidSigningCertV1]
	if !there {
		return false, false
	}
	id, ok := firstCertID(raw)
	var sum cryptobyte.String
	if !ok || !id.ReadASN1(&sum, tag.OCTET_STRING) {
		return true, false
	}
	want := sha1.Sum(cert.Raw) //nolint:gosec // see above
	return true, bytes.Equal(sum, want[:])
}

// firstCertID returns the first certificate identifier of a SigningCertificate or SigningCertificateV2, which is the
// signer's.
func firstCertID(raw cryptobyte.String) (id cryptobyte.String, ok bool) {
	var body, list cryptobyte.String
	ok = raw.ReadASN1(&body, tag.SEQUENCE) && raw.Empty() && body.ReadASN1(&list, tag.SEQUENCE) && list.ReadASN1(&id, tag.SEQUENCE)
	return id, ok
}
