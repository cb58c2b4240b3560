package cms

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"
)

// oid is the short name for an object identifier.
type oid = asn1.ObjectIdentifier

// ReadCertificate parses a certificate. It returns nil for one that cannot be parsed or whose key is too large to use
// here.
func ReadCertificate(der []byte) *x509.Certificate {
	c, err := x509.ParseCertificate(der)
	if err != nil {
		return nil
	}
	if key, ok := c.PublicKey.(*rsa.PublicKey); ok && key.N.BitLen() > maxRSA {
		return nil
	}
	return c
}

// DigestOf returns the digest with an object identifier. ok is false for digests that are unknown or too weak to sign
// with.
func DigestOf(o oid) (crypto.Hash, bool) {
	switch o.String() {
	case "2.16.840.1.101.3.4.2.1":
		return crypto.SHA256, true
	case "2.16.840.1.101.3.4.2.2":
		return crypto.SHA384, true
	case "2.16.840.1.101.3.4.2.3":
		return crypto.SHA512, true
	}
	return 0, false
}

// WeakDigest reports whether a digest is known and must not carry a signature any more.
func WeakDigest(o oid) bool {
	switch o.String() {
	case "1.3.14.3.2.26", "1.2.840.113549.2.5", "1.2.840.113549.2.2", "2.16.840.1.101.3.4.2.4", "1.3.36.3.2.1":
		return true // SHA-1, MD5, MD2, SHA-224, RIPEMD-160
	}
	return false
}

// signedBy reports whether a signature value is that of the certificate's key over data. The algorithm must fit the key
// and use the digest named beside it. known is false for an algorithm that cannot be judged here.
func signedBy(cert *x509.Certificate, algorithm cryptobyte.String, digest crypto.Hash, data, signature []byte) (ok, known bool) {
	if key, is := cert.PublicKey.(ed25519.PublicKey); is {
		var kind oid
		return algorithm.ReadASN1ObjectIdentifier(&kind) && kind.String() == "1.3.101.112" && ed25519.Verify(key, data, signature), true
	}
	h := digest.New()
	h.Write(data)
	return signedSum(cert, algorithm, digest, h.Sum(nil), signature)
}

// signedSum does what signedBy does, over a digest.
func signedSum(cert *x509.Certificate, algorithm cryptobyte.String, digest crypto.Hash, sum, signature []byte) (ok, known bool) {
	var kind oid
	if !algorithm.ReadASN1ObjectIdentifier(&kind) {
		return false, true
	}
	switch key := cert.PublicKey.(type) {
	case *rsa.PublicKey:
		if key.N.BitLen() < 1024 {
			return false, true
		}
		if kind.String() == "1.2.840.113549.1.1.10" {
			return pssFits(algorithm, digest) && rsa.VerifyPSS(key, digest, sum, signature, nil) == nil, true
		}
		want, known := rsaDigest(kind)
		if !known || (want != 0 && want != digest) || !nullOrEmpty(algorithm) {
			return false, known
		}
		return rsa.VerifyPKCS1v15(key, digest, sum, signature) == nil, true
	case *ecdsa.PublicKey:
		want, known := ecdsaDigest(kind)
		if !known || (want != 0 && want != digest) {
			return false, known
		}
		return ecdsa.VerifyASN1(key, sum, signature), true
	}
	return false, false
}

// rsaDigest returns the digest in an RSA algorithm's name, 0 where the name leaves it to the digest beside it.
func rsaDigest(o oid) (h crypto.Hash, known bool) {
	switch o.String() {
	case "1.2.840.113549.1.1.1":
		return 0, true
	case "1.2.840.113549.1.1.11":
		return crypto.SHA256, true
	case "1.2.840.113549.1.1.12":
		return crypto.SHA384, true
	case "1.2.840.113549.1.1.13":
		return crypto.SHA512, true
	}
	return 0, false
}

// ecdsaDigest returns the digest in an ECDSA algorithm's name. iText 5 writes the key's own algorithm, which names
// none.
func ecdsaDigest(o oid) (h crypto.Hash, known bool) {
	switch o.String() {
	case "1.2.840.10045.2.1":
		return 0, true
	case "1.2.840.10045.4.3.2":
		return crypto.SHA256, true
	case "1.2.840.10045.4.3.3":
		return crypto.SHA384, true
	case "1.2.840.10045.4.3.4":
		return crypto.SHA512, true
	}
	return 0, false
}

// pssFits reports whether the parameters of RSASSA-PSS use one digest for the message and the mask (RFC 4055 3.1). The
// length of the salt follows from the signature value.
func pssFits(params cryptobyte.String, digest crypto.Hash) bool {
	var body, hash, mask, part cryptobyte.String
	var kind oid
	if !params.ReadASN1(&body, tag.SEQUENCE) || !body.ReadASN1(&hash, explicit(0)) || !hash.ReadASN1(&part, tag.SEQUENCE) ||
		!part.ReadASN1ObjectIdentifier(&kind) {
		return false
	}
	if h, ok := DigestOf(kind); !ok || h != digest {
		return false
	}
	if !body.ReadASN1(&mask, explicit(1)) || !mask.ReadASN1(&part, tag.SEQUENCE) || !part.ReadASN1ObjectIdentifier(&kind) ||
		kind.String() != "1.2.840.113549.1.1.8" || !part.ReadASN1(&hash, tag.SEQUENCE) || !hash.ReadASN1ObjectIdentifier(&kind) {
		return false
	}
	h, ok := DigestOf(kind)
	return ok && h == digest
}
