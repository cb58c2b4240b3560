package keys

import (
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"slices"
)

// forDocuments tells whether the extended key usage lets a certificate sign documents: it is absent, or names one of
// those that readers take for it. A certificate for web servers alone is refused by them (RFC 5280, 4.2.1.12).
func forDocuments(c *x509.Certificate) bool {
	if len(c.ExtKeyUsage) == 0 && len(c.UnknownExtKeyUsage) == 0 {
		return true
	}
	for _, u := range c.ExtKeyUsage {
		if u == x509.ExtKeyUsageAny || u == x509.ExtKeyUsageEmailProtection || u == x509.ExtKeyUsageClientAuth ||
			u == x509.ExtKeyUsageCodeSigning {
			return true
		}
	}
	return slices.ContainsFunc(c.UnknownExtKeyUsage, func(id asn1.ObjectIdentifier) bool {
		return id.Equal(asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 3, 36}) || // document signing, RFC 9336
			id.Equal(asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 311, 10, 3, 12}) || // document signing, Microsoft
			id.Equal(asn1.ObjectIdentifier{1, 2, 840, 113583, 1, 1, 5}) // authentic documents, Adobe
	})
}

// weak tells whether a key is of a kind or size this program does not sign with: RSA below 2048 bits, curves below
// 256, anything else.
func weak(c *x509.Certificate) bool {
	switch key := c.PublicKey.(type) {
	case *rsa.PublicKey:
		return key.N.BitLen() < 2048 || key.N.BitLen() > 8192
	case *ecdsa.PublicKey:
		return key.Curve.Params().BitSize < 256
	}
	return true
}
