package cms

import (
	"bytes"
	"crypto"
	"crypto/x509"

	"campus.example/sealdesk/seal/check/reason"
)

// FindSigner returns the signer's certificate, nil when it is not among certs.
func FindSigner(s *SignerInfo, certs []*x509.Certificate) *x509.Certificate {
	for _, c := range certs {
		if s.keyID != nil {
			if bytes.Equal(c.SubjectKeyId, s.keyID) {
				return c
			}
			continue
		}
		if bytes.Equal(c.RawIssuer, s.issuer) && c.SerialNumber.Cmp(s.serial) == 0 {
			return c
		}
	}
	return nil
}

// VerifySigner checks content type, digest and value of one signer, of a signature or of a timestamp token. The signed
// bytes are the attributes in the order of DER. It returns "" or the code of what is wrong; known is false for an
// algorithm that cannot be judged here.
func VerifySigner(signer *SignerInfo, cert *x509.Certificate, algo crypto.Hash, sum []byte, content string) (code string, known bool) {
	if signer.Bare {
		return reason.AttributesMissing, true
	}
	if kind, ok := signer.contentType(); !ok || kind.String() != content {
		return reason.AttributesMalformed, true
	}
	digest, ok := signer.messageDigest()
	if !ok {
		return reason.AttributesMalformed, true
	}
	if !bytes.Equal(digest, sum) {
		return reason.DigestMismatch, true
	}
	ok, known = signedBy(cert, signer.algorithm, algo, signer.attrs, signer.Signature)
	if !ok && known && signer.Written != nil && content == OIDData {
		// Some signers sign them as they wrote them; authorities have no excuse.
		ok, known = signedBy(cert, signer.algorithm, algo, signer.Written, signer.Signature)
	}
	switch {
	case ok:
		return "", true
	case !known:
		return reason.AlgorithmUnsupported, false
	}
	return reason.ValueWrong, true
}

// VerifyBare checks a signature over the document itself, without attributes (RFC 5652, 5.4).
func VerifyBare(signer *SignerInfo, cert *x509.Certificate, algo crypto.Hash, sum []byte) (code string, known bool) {
	switch ok, known := signedSum(cert, signer.algorithm, algo, sum, signer.Signature); {
	case ok:
		return "", true
	case !known:
		return reason.AlgorithmUnsupported, false
	}
	return reason.ValueWrong, true
}

// SubjectName returns the common name of a certificate's subject, or the whole name when it has none.
func SubjectName(c *x509.Certificate) string {
	if c.Subject.CommonName != "" {
		return c.Subject.CommonName
	}
	return c.Subject.String()
}
