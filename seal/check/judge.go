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

func (s *judged) unknownDigest(o asn1.ObjectIdentifier) {
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
