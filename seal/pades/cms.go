package pades

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/asn1"
	"slices"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"
)

// oids are the object identifiers of a signature.
func oidData() asn1.ObjectIdentifier { return asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1} }

func oidSignedData() asn1.ObjectIdentifier { return asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2} }

func oidContentType() asn1.ObjectIdentifier { return asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3} }

func oidDigest() asn1.ObjectIdentifier { return asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4} }

func oidToken() asn1.ObjectIdentifier {
	return asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 14}
}

func oidCertificateV1() asn1.ObjectIdentifier {
	return asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 12}
}

func oidCertificateV2() asn1.ObjectIdentifier {
	return asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}
}

func oidSHA256() asn1.ObjectIdentifier { return asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1} }
func oidRSA() asn1.ObjectIdentifier    { return asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 1} }
func oidECDSA256() asn1.ObjectIdentifier {
	return asn1.ObjectIdentifier{1, 2, 840, 10045, 4, 3, 2}
}

// attribute is Attribute with one value (RFC 5652, 5.3).
func attribute(id asn1.ObjectIdentifier, value func(*cryptobyte.Builder)) ([]byte, error) {
	var b cryptobyte.Builder
	b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(id)
		b.AddASN1(tag.SET, value)
	})
	return b.Bytes()
}

// signedAttributes makes the attributes of a PAdES signature (EN 319 142-1, table 1): content-type, message-digest
// and signing-certificate-v2, each once; no signing-time, which stands in M. It is DER: the encodings are in order.
func signedAttributes(digest []byte, leaf *x509.Certificate) ([]byte, error) {
	hash := sha256.Sum256(leaf.Raw)
	var all [][]byte
	for _, a := range []struct {
		id    asn1.ObjectIdentifier
		value func(*cryptobyte.Builder)
	}{
		{oidContentType(), func(b *cryptobyte.Builder) { b.AddASN1ObjectIdentifier(oidData()) }},
		{oidDigest(), func(b *cryptobyte.Builder) { b.AddASN1OctetString(digest) }},
		{oidCertificateV2(), func(b *cryptobyte.Builder) { // SigningCertificateV2, RFC 5035; SHA-256 is the default
			b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) {
					b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) { b.AddASN1OctetString(hash[:]) })
				})
			})
		}},
	} {
		der, err := attribute(a.id, a.value)
		if err != nil {
			return nil, err
		}
		all = append(all, der)
	}
	var b cryptobyte.Builder
	b.AddASN1(tag.SET, func(b *cryptobyte.Builder) { addSorted(b, all) })
	return b.Bytes()
}

// addSorted adds the members of a SET OF in the order DER wants (X.690, 11.6).
func addSorted(b *cryptobyte.Builder, all [][]byte) {
	slices.SortFunc(all, bytes.Compare)
	for _, der := range all {
		b.AddBytes(der)
	}
}

func algorithm(b *cryptobyte.Builder, id asn1.ObjectIdentifier, null bool) {
	b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(id)
		if null {
			b.AddASN1NULL()
		}
	})
}

// signedData makes the ContentInfo of the signature (RFC 5652, 5.1): one signer, no content inside, DER.
func signedData(attributes []byte, chain certificates, signature, token []byte) ([]byte, error) {
	leaf := chain[0]
	var unsigned []byte
	if token != nil {
		var err error
		unsigned, err = attribute(oidToken(), func(b *cryptobyte.Builder) { b.AddBytes(token) })
		if err != nil {
			return nil, err
		}
	}
	var b cryptobyte.Builder
	b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(oidSignedData())
		b.AddASN1(context(0), func(b *cryptobyte.Builder) {
			b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1Int64(1)
				b.AddASN1(tag.SET, func(b *cryptobyte.Builder) { algorithm(b, oidSHA256(), false) })
				b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) { b.AddASN1ObjectIdentifier(oidData()) })
				b.AddASN1(context(0), func(b *cryptobyte.Builder) { addSorted(b, chain.raw()) })
				b.AddASN1(tag.SET, func(b *cryptobyte.Builder) {
					b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) {
						b.AddASN1Int64(1)
						b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) {
							b.AddBytes(leaf.RawIssuer)
							b.AddASN1BigInt(leaf.SerialNumber)
						})
						algorithm(b, oidSHA256(), false)
						// The same bytes as were signed, under the tag [0] (5.4).
						b.AddBytes(retag(attributes, 0xA0))
						if _, ec := leaf.PublicKey.(*ecdsa.PublicKey); ec {
							algorithm(b, oidECDSA256(), false)
						} else {
							algorithm(b, oidRSA(), true)
						}
						b.AddASN1OctetString(signature)
						if unsigned != nil {
							b.AddASN1(context(1), func(b *cryptobyte.Builder) { b.AddBytes(unsigned) })
						}
					})
				})
			})
		})
	})
	return b.Bytes()
}

func retag(der []byte, t byte) []byte {
	out := bytes.Clone(der)
	out[0] = t
	return out
}
