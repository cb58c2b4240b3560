package check

import (
	"crypto"
	"crypto/x509"
	"encoding/asn1"

	"campus.example/sealdesk/seal/check/cms"
	"campus.example/sealdesk/seal/check/model"
	"campus.example/sealdesk/seal/check/reason"
)

// judged is a signature with what its CMS proves.
type judged struct {
	*model.Signature
	unsure  bool // not intact only because an algorithm is not known here
	digest  string
	cert    *x509.Certificate   // of the signer
	others  []*x509.Certificate // certificates that came along
	token   *cms.Token
	trusted bool
	level   string
}

// readContents parses the CMS and returns it with the digest that it needs of the document. ok is false when it cannot
// be judged any further.
func (d *validator) readContents(s *judged) (*cms.SignedData, crypto.Hash, bool) {
	data, rest, strict, err := cms.Read(s.Contents)
	if err != nil {
		s.Broken(err.Error())
		return nil, 0, false
	}
	if !strict {
		s.Reasons.Add(reason.NotDER)
	}
	if data.Signer.Written != nil {
		s.Reasons.Add(reason.AttributesNotDER)
	}
	for _, c := range rest {
		if c != 0 {
			s.Broken(reason.PaddingNotZero)
			break
		}
	}
	s.others = data.Certificates
	if s.Timestamp {
		return data, 0, true
	}
	if data.ContentType.String() != cms.OIDData || data.Content != nil {
		s.Broken(reason.ContentType)
	}
	algo, ok := cms.DigestOf(data.Signer.Digest)
	if !ok {
		s.unknownDigest(data.Signer.Digest)
		return nil, 0, false
	}
	s.digest = algo.String()
	return data, algo, true
}

// unknownDigest notes that the digest of a signature cannot be used.
func (s *judged) unknownDigest(o asn1.ObjectIdentifier) {
	if cms.WeakDigest(o) {
		s.Broken(reason.DigestWeak)
		return
	}
	s.unsure = s.Intact
	s.Broken(reason.AlgorithmUnsupported)
}

// judgeAct checks the CMS of an act against the digest of the document.
func judgeAct(s *judged, data *cms.SignedData, algo crypto.Hash, sum []byte) {
	signer := &data.Signer
	if t, ok := signer.SigningTime(); ok && s.SigningTime == nil {
		s.SigningTime = &t
	}
	cert := cms.FindSigner(signer, data.Certificates)
	if cert == nil {
		s.Broken(reason.CertificateMissing)
		return
	}
	s.cert = cert
	code, known := cms.VerifySigner(signer, cert, algo, sum, cms.OIDData)
	if signer.Bare && s.SubFilter == model.SubFilterAdbe {
		// Nothing binds the certificate; that a document begins as one keeps it from being taken for attributes.
		code, known = cms.VerifyBare(signer, cert, algo, sum)
		s.Reasons.Add(reason.AttributesMissing)
	}
	if code != "" {
		s.unsure = !known && s.Intact
		s.Broken(code)
	}
	v2, ok2 := cms.ESSMatches(signer, cert)
	v1, ok1 := cms.ESSV1Matches(signer, cert)
	if (v2 && !ok2) || (v1 && !ok1) || (!v1 && !v2 && s.SubFilter == model.SubFilterCAdES) {
		s.Broken(reason.CertificateMismatch)
	}
}
