package cms

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"time"

	"campus.example/sealdesk/seal/check/reason"
)

// documentUsage reports whether an extended key usage is one for documents that crypto/x509 has no name for: document
// signing (RFC 9336), Adobe's, Microsoft's.
func documentUsage(o asn1.ObjectIdentifier) bool {
	switch o.String() {
	case "1.3.6.1.5.5.7.3.36", "1.2.840.113583.1.1.5", "1.3.6.1.4.1.311.10.3.12":
		return true
	}
	return false
}

// MaySign reports whether a certificate is meant for signing documents. Client authentication counts: authorities in
// China put it into the certificates of people.
func MaySign(c *x509.Certificate) bool {
	if c.KeyUsage != 0 && c.KeyUsage&(x509.KeyUsageDigitalSignature|x509.KeyUsageContentCommitment) == 0 {
		return false
	}
	if len(c.ExtKeyUsage) == 0 && len(c.UnknownExtKeyUsage) == 0 {
		return true
	}
	for _, u := range c.ExtKeyUsage {
		if u == x509.ExtKeyUsageAny || u == x509.ExtKeyUsageEmailProtection || u == x509.ExtKeyUsageClientAuth {
			return true
		}
	}
	for _, o := range c.UnknownExtKeyUsage {
		if documentUsage(o) {
			return true
		}
	}
	return false
}

// mayStamp reports whether a certificate is meant for timestamps and nothing else, marked critical (RFC 3161 2.3).
func mayStamp(c *x509.Certificate) bool {
	if c.KeyUsage != 0 && c.KeyUsage&(x509.KeyUsageDigitalSignature|x509.KeyUsageContentCommitment) == 0 {
		return false
	}
	if len(c.ExtKeyUsage) != 1 || c.ExtKeyUsage[0] != x509.ExtKeyUsageTimeStamping || len(c.UnknownExtKeyUsage) != 0 {
		return false
	}
	for _, e := range c.Extensions {
		if e.Id.String() == oidExtKeyUsage {
			return e.Critical
		}
	}
	return false
}

// StrongKey reports whether a key is long enough to prove anything.
func StrongKey(c *x509.Certificate) bool {
	switch key := c.PublicKey.(type) {
	case *rsa.PublicKey:
		return key.N.BitLen() >= 2048
	case *ecdsa.PublicKey:
		return key.Curve.Params().BitSize >= 256
	}
	return true
}

// BuildChain returns a chain from a certificate to one of the anchors, as of a time. Without one, code names the
// reason.
func BuildChain(c *x509.Certificate, others, anchors []*x509.Certificate, at time.Time) (chain []*x509.Certificate, code string) {
	if len(anchors) == 0 {
		return nil, reason.NoAnchor
	}
	roots, between := x509.NewCertPool(), x509.NewCertPool()
	for _, a := range anchors {
		roots.AddCert(a)
		if bytes.Equal(a.Raw, c.Raw) {
			// An anchor is trusted as it stands, a self-signed signer's certificate too; only time still counts.
			if at.Before(c.NotBefore) || at.After(c.NotAfter) {
				return nil, reason.OutsideValidity
			}
			return []*x509.Certificate{c}, ""
		}
	}
	for i, o := range others {
		if i < MaxCerts {
			between.AddCert(o)
		}
	}
	chains, err := c.Verify(x509.VerifyOptions{
		Roots: roots, Intermediates: between, CurrentTime: at, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny},
	})
	if err == nil {
		for _, c := range chains[0] {
			if !StrongKey(c) {
				return nil, reason.KeyWeak
			}
		}
		return chains[0], ""
	}
	var invalid x509.CertificateInvalidError
	if errors.As(err, &invalid) && invalid.Reason == x509.Expired {
		return nil, reason.OutsideValidity
	}
	return nil, reason.NotTrusted
}
