package check

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"time"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"
)

// tokenResult is a timestamp token, read and verified but for its chain.
type tokenResult struct {
	at     time.Time
	algo   crypto.Hash // of the imprint
	cert   *x509.Certificate
	others []*x509.Certificate
	chain  []*x509.Certificate // set once trusted
	code   string              // why its authority is not trusted
}

// tstInfo is what an authority signs (RFC 3161 2.4.2), as far as it is needed here.
type tstInfo struct {
	imprintAlgo oid
	imprint     cryptobyte.String
	at          time.Time
}

func parseTSTInfo(der []byte) (tstInfo, bool) {
	var t tstInfo
	var version int
	var policy oid
	var body, imprint, algorithm, serial cryptobyte.String
	in := cryptobyte.String(der)
	ok := in.ReadASN1(&body, tag.SEQUENCE) && in.Empty() &&
		body.ReadASN1Integer(&version) && version == 1 &&
		body.ReadASN1ObjectIdentifier(&policy) &&
		body.ReadASN1(&imprint, tag.SEQUENCE) &&
		imprint.ReadASN1(&algorithm, tag.SEQUENCE) && algorithm.ReadASN1ObjectIdentifier(&t.imprintAlgo) && nullOrEmpty(algorithm) &&
		imprint.ReadASN1(&t.imprint, tag.OCTET_STRING) && imprint.Empty() &&
		body.ReadASN1(&serial, tag.INTEGER)
	if !ok {
		return t, false
	}
	t.at, ok = readTime(&body)
	return t, ok
}

// readTime reads a GeneralizedTime with or without fractions, which the libraries do not take.
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

// readToken verifies a token over an imprint. imprint makes the digest of what is stamped. The code names what is
// wrong with it.
func readToken(data *signedData, imprint func(crypto.Hash) ([]byte, error)) (*tokenResult, string) {
	if data.contentType.String() != oidTSTInfo || data.content == nil {
		return nil, reasonToken
	}
	info, ok := parseTSTInfo(data.content)
	if !ok {
		return nil, reasonToken
	}
	algo, ok := digestOf(info.imprintAlgo)
	if !ok {
		return nil, digestCode(info.imprintAlgo)
	}
	sum, err := imprint(algo)
	if err != nil || !bytes.Equal(sum, info.imprint) {
		return nil, reasonImprint
	}
	own, ok := digestOf(data.signer.digest)
	if !ok {
		return nil, digestCode(data.signer.digest)
	}
	cert := findSigner(&data.signer, data.certs)
	if cert == nil {
		return nil, reasonSigner
	}
	h := own.New()
	h.Write(data.content)
	if code, known := verifySigner(&data.signer, cert, own, h.Sum(nil), oidTSTInfo); code != "" {
		if !known {
			return nil, code
		}
		return nil, reasonTokenSig
	}
	v2, ok2 := essMatches(&data.signer, cert)
	v1, ok1 := essV1Matches(&data.signer, cert)
	if (v2 && !ok2) || (v1 && !ok1) || (!v1 && !v2) {
		return nil, reasonESS
	}
	if !mayStamp(cert) {
		return nil, reasonTSAUsage
	}
	return &tokenResult{at: info.at, algo: algo, cert: cert, others: data.certs}, ""
}

func digestCode(o oid) string {
	if weak(o) {
		return reasonWeak
	}
	return reasonAlgorithm
}

// trust looks for the authority's chain as of the time it states.
func (t *tokenResult) trust(others, anchors []*x509.Certificate) {
	t.chain, t.code = chainOf(t.cert, append(append([]*x509.Certificate(nil), t.others...), others...), anchors, t.at)
}
