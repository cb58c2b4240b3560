package cms

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"time"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"

	"campus.example/sealdesk/seal/check/reason"
)

// Token is a timestamp token, parsed and verified but for its chain.
type Token struct {
	Time        time.Time
	ImprintHash crypto.Hash // of the imprint
	Certificate *x509.Certificate
	Others      []*x509.Certificate
	Chain       []*x509.Certificate // set once trusted
	Code        string              // why its authority is not trusted
}

// TSTInfo is the signed content of a timestamp token (RFC 3161 2.4.2), as far as it is needed here.
type TSTInfo struct {
	ImprintAlgo oid
	imprint     cryptobyte.String
	at          time.Time
}

// ParseTSTInfo parses the signed content of a timestamp token.
func ParseTSTInfo(der []byte) (TSTInfo, bool) {
	var t TSTInfo
	var version int
	var policy oid
	var body, imprint, algorithm, serial cryptobyte.String
	in := cryptobyte.String(der)
	ok := in.ReadASN1(&body, tag.SEQUENCE) && in.Empty() &&
		body.ReadASN1Integer(&version) && version == 1 &&
		body.ReadASN1ObjectIdentifier(&policy) &&
		body.ReadASN1(&imprint, tag.SEQUENCE) &&
		imprint.ReadASN1(&algorithm, tag.SEQUENCE) && algorithm.ReadASN1ObjectIdentifier(&t.ImprintAlgo) && nullOrEmpty(algorithm) &&
		imprint.ReadASN1(&t.imprint, tag.OCTET_STRING) && imprint.Empty() &&
		body.ReadASN1(&serial, tag.INTEGER)
	if !ok {
		return t, false
	}
	t.at, ok = readTime(&body)
	return t, ok
}

// readTime parses a GeneralizedTime with or without fractions; the libraries take none with fractions.
func readTime(s *cryptobyte.String) (time.Time, bool) {
	var raw cryptobyte.String
	if !s.ReadASN1(&raw, tag.GeneralizedTime) || len(raw) > 32 {
		return time.Time{}, false
	}
	t, err := time.Parse("20060102150405Z", string(raw))
	if err != nil {
		t, err = time.Parse("20060102150405.999999999Z", string(raw))
	}
	return t, err == nil
}

// ReadToken verifies a token. imprint returns the digest of the stamped bytes. It returns the token, or the code of
// what is wrong with it.
func ReadToken(data *SignedData, imprint func(crypto.Hash) ([]byte, error)) (*Token, string) {
	if data.ContentType.String() != OIDTSTInfo || data.Content == nil {
		return nil, reason.TimestampMalformed
	}
	info, ok := ParseTSTInfo(data.Content)
	if !ok {
		return nil, reason.TimestampMalformed
	}
	algo, ok := DigestOf(info.ImprintAlgo)
	if !ok {
		return nil, digestCode(info.ImprintAlgo)
	}
	sum, err := imprint(algo)
	if err != nil || !bytes.Equal(sum, info.imprint) {
		return nil, reason.TimestampImprint
	}
	own, ok := DigestOf(data.Signer.Digest)
	if !ok {
		return nil, digestCode(data.Signer.Digest)
	}
	cert := FindSigner(&data.Signer, data.Certificates)
	if cert == nil {
		return nil, reason.CertificateMissing
	}
	h := own.New()
	h.Write(data.Content)
	if code, known := VerifySigner(&data.Signer, cert, own, h.Sum(nil), OIDTSTInfo); code != "" {
		if !known {
			return nil, code
		}
		return nil, reason.TimestampSignature
	}
	v2, ok2 := ESSMatches(&data.Signer, cert)
	v1, ok1 := ESSV1Matches(&data.Signer, cert)
	if (v2 && !ok2) || (v1 && !ok1) || (!v1 && !v2) {
		return nil, reason.CertificateMismatch
	}
	if !mayStamp(cert) {
		return nil, reason.TimestampUsage
	}
	return &Token{Time: info.at, ImprintHash: algo, Certificate: cert, Others: data.Certificates}, ""
}

// digestCode returns the code for a digest that cannot be used.
func digestCode(o oid) string {
	if WeakDigest(o) {
		return reason.DigestWeak
	}
	return reason.AlgorithmUnsupported
}

// Trust sets the chain of the authority as of the time it states, or the code of why there is none.
func (t *Token) Trust(others, anchors []*x509.Certificate) {
	t.Chain, t.Code = BuildChain(t.Certificate, append(append([]*x509.Certificate(nil), t.Others...), others...), anchors, t.Time)
}
