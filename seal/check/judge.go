package check

import (
	"bytes"
	"crypto"
	"crypto/x509"
)

// identity is who signed, as far as the CMS proves it.
type identity struct {
	cert   *x509.Certificate
	others []*x509.Certificate // certificates that came along
}

// readContents opens the CMS and tells which digest of the document it needs.
func (d *document) readContents(s *sig) (*signedData, crypto.Hash, bool) {
	data, rest, err := parseCMS(s.contents)
	if err != nil {
		s.broken(err.Error())
		return nil, 0, false
	}
	for _, c := range rest {
		if c != 0 {
			s.broken(reasonPadding)
			break
		}
	}
	s.signer.others = data.certs
	if s.report.Kind == KindTimestamp {
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
	s.report.Digest = algo.String()
	return data, algo, true
}

func (s *sig) unknownDigest(o oid) {
	if weak(o) {
		s.broken(reasonWeak)
		return
	}
	s.unsure = s.report.Intact
	s.broken(reasonAlgorithm)
}

// judgeAct checks the CMS of an act against the digest of the document.
func judgeAct(s *sig, data *signedData, algo crypto.Hash, sum []byte) {
	signer := &data.signer
	if t, ok := signer.signingTime(); ok && s.report.SigningTime == nil {
		s.report.SigningTime = &t
	}
	cert := findSigner(signer, data.certs)
	if cert == nil {
		s.broken(reasonSigner)
		return
	}
	s.signer.cert = cert
	s.report.Signer = nameOf(cert)
	code, known := verifySigner(signer, cert, algo, sum, oidData)
	if code != "" {
		s.unsure = !known && s.report.Intact
		s.broken(code)
	}
	there, ok := essMatches(signer, cert)
	if (there && !ok) || (!there && s.report.SubFilter == subCAdES) {
		s.broken(reasonESS)
	}
}

// verifySigner checks content type, digest and value of one signer; it serves signatures and timestamp tokens.
func verifySigner(signer *signerInfo, cert *x509.Certificate, algo crypto.Hash, sum []byte, content string) (code string, known bool) {
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
	switch {
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
