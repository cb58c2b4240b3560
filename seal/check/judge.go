package check

import (
	"crypto"
	"crypto/x509"
	"encoding/asn1"
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
	data, rest, strict, err := readCMS(s.Contents)
	if err != nil {
		s.Broken(err.Error())
		return nil, 0, false
	}
	if !strict {
		s.Reasons.Add(noteBER)
	}
	if data.Signer.Written != nil {
		s.Reasons.Add(noteUnsorted)
	}
	for _, c := range rest {
		if c != 0 {
			s.Broken(reasonPadding)
			break
		}
	}
	s.others = data.Certificates
	if s.Timestamp {
		return data, 0, true
	}
	if data.ContentType.String() != oidData || data.Content != nil {
		s.Broken(reasonContentType)
	}
	algo, ok := digestOf(data.Signer.Digest)
	if !ok {
		s.unknownDigest(data.Signer.Digest)
		return nil, 0, false
	}
	s.digest = algo.String()
	return data, algo, true
}

func (s *judged) unknownDigest(o asn1.ObjectIdentifier) {
	if weak(o) {
		s.Broken(reasonWeak)
		return
	}
	s.unsure = s.Intact
	s.Broken(reasonAlgorithm)
}

// judgeAct checks the CMS of an act against the digest of the document.
func judgeAct(s *judged, data *signedData, algo crypto.Hash, sum []byte) {
	signer := &data.Signer
	if t, ok := signer.SigningTime(); ok && s.SigningTime == nil {
		s.SigningTime = &t
	}
	cert := findSigner(signer, data.Certificates)
	if cert == nil {
		s.Broken(reasonSigner)
		return
	}
	s.cert = cert
	code, known := verifySigner(signer, cert, algo, sum, oidData)
	if signer.Bare && s.SubFilter == subAdbe {
		// Nothing binds the certificate; that a document begins as one keeps it from being taken for attributes.
		code, known = verifyBare(signer, cert, algo, sum)
		s.Reasons.Add(reasonBare)
	}
	if code != "" {
		s.unsure = !known && s.Intact
		s.Broken(code)
	}
	v2, ok2 := essMatches(signer, cert)
	v1, ok1 := essV1Matches(signer, cert)
	if (v2 && !ok2) || (v1 && !ok1) || (!v1 && !v2 && s.SubFilter == subCAdES) {
		s.Broken(reasonESS)
	}
}
