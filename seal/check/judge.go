package check

import (
	"bytes"
	"crypto"
	"crypto/x509"
)

// judged is a signature with what its CMS proves.
type judged struct {
	*sig
	unsure  bool // not intact only because an algorithm is not known here
	digest  string
	cert    *x509.Certificate   // of the signer
	others  []*x509.Certificate // certificates that came along
	token   *tokenResult
	trusted bool
	level   string
}

// readContents opens the CMS and tells which digest of the document it needs.
func (d *validator) readContents(s *judged) (*signedData, crypto.Hash, bool) {
	data, rest, strict, err := readCMS(s.contents)
	if err != nil {
		s.broken(err.Error())
		return nil, 0, false
	}
	if !strict {
		s.reasons.add(noteBER)
	}
	if data.signer.written != nil {
		s.reasons.add(noteUnsorted)
	}
	for _, c := range rest {
		if c != 0 {
			s.broken(reasonPadding)
			break
		}
	}
	s.others = data.certs
	if s.timestamp {
		return data, 0, true
	}
	if data.contentType.String() != oidData || data.content != nil {
		s.broken(reasonContentType)
	}
	algo, ok := digestOf(data.signer.digest)
	if !ok {
		s.unknownDigest(data.signer.digest)
		return nil, 0, false
	}
	s.digest = algo.String()
	return data, algo, true
}

func (s *judged) unknownDigest(o oid) {
	if weak(o) {
		s.broken(reasonWeak)
		return
	}
	s.unsure = s.intact
	s.broken(reasonAlgorithm)
}

// judgeAct checks the CMS of an act against the digest of the document.
func judgeAct(s *judged, data *signedData, algo crypto.Hash, sum []byte) {
	signer := &data.signer
	if t, ok := signer.signingTime(); ok && s.signing == nil {
		s.signing = &t
	}
	cert := findSigner(signer, data.certs)
	if cert == nil {
		s.broken(reasonSigner)
		return
	}
	s.cert = cert
	code, known := verifySigner(signer, cert, algo, sum, oidData)
	if signer.bare && s.subFilter == subAdbe {
		// Nothing binds the certificate; that a document begins as one keeps it from being taken for attributes.
		code, known = verifyBare(signer, cert, algo, sum)
		s.reasons.add(reasonBare)
	}
	if code != "" {
		s.unsure = !known && s.intact
		s.broken(code)
	}
	v2, ok2 := essMatches(signer, cert)
	v1, ok1 := essV1Matches(signer, cert)
	if (v2 && !ok2) || (v1 && !ok1) || (!v1 && !v2 && s.subFilter == subCAdES) {
		s.broken(reasonESS)
	}
}

// verifySigner checks content type, digest and value of one signer; it serves signatures and timestamp tokens. What is
// signed are the attributes in the order of DER.
func verifySigner(signer *signerInfo, cert *x509.Certificate, algo crypto.Hash, sum []byte, content string) (code string, known bool) {
	if signer.bare {
		return reasonBare, true
	}
	if kind, ok := signer.contentType(); !ok || kind.String() != content {
		return reasonAttributes, true
	}
	digest, ok := signer.messageDigest()
	if !ok {
		return reasonAttributes, true
	}
	if !bytes.Equal(digest, sum) {
		return reasonDigest, true
	}
	ok, known = signedBy(cert, signer.algorithm, algo, signer.attrs, signer.signature)
	if !ok && known && signer.written != nil && content == oidData {
		// Some signers sign them as they wrote them; authorities have no excuse.
		ok, known = signedBy(cert, signer.algorithm, algo, signer.written, signer.signature)
	}
	switch {
	case ok:
		return "", true
	case !known:
		return reasonAlgorithm, false
	}
	return reasonValue, true
}

// verifyBare checks a signature over the document itself (RFC 5652, 5.4).
func verifyBare(signer *signerInfo, cert *x509.Certificate, algo crypto.Hash, sum []byte) (code string, known bool) {
	switch ok, known := signedSum(cert, signer.algorithm, algo, sum, signer.signature); {
	case ok:
		return "", true
	case !known:
		return reasonAlgorithm, false
	}
	return reasonValue, true
}

// nameOf gives what people call the holder of a certificate.
func nameOf(c *x509.Certificate) string {
	if c.Subject.CommonName != "" {
		return c.Subject.CommonName
	}
	return c.Subject.String()
}
