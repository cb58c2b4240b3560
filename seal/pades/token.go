package pades

import (
	"bytes"
	"crypto"
	"crypto/sha256"
	"crypto/x509"
	"errors"
	"fmt"
	"math/big"
	"time"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"

	"campus.example/sealdesk/domain"
)

// nonce is derived from the signature, so that the request for one signature is always the same.
func nonce(signature []byte) *big.Int {
	sum := sha256.Sum256(append([]byte(domain.LabelTimestampNonce), signature...))
	sum[0] |= 1 << 6 // always 64 bits long once the top bit is cleared: positive, and never short
	sum[0] &^= 1 << 7
	return new(big.Int).SetBytes(sum[:8])
}

// TokenRequest makes a TimeStampReq over the value of the signature (RFC 3161, 2.4.1), DER.
func (e *Engine) TokenRequest(signature []byte) ([]byte, error) {
	if len(signature) == 0 {
		return nil, domain.Fail(CodeSignature).Because(errors.New("no signature to stamp"))
	}
	imprint := sha256.Sum256(signature)
	var b cryptobyte.Builder
	b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1Int64(1)
		b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) {
			algorithm(b, oidSHA256(), false)
			b.AddASN1OctetString(imprint[:])
		})
		b.AddASN1BigInt(nonce(signature))
		b.AddASN1Boolean(true)
	})
	out, err := b.Bytes()
	if err != nil {
		return nil, domain.Fail(domain.CodeInternal).Because(err)
	}
	return out, nil
}

// tolerance is how far the authority's clock and ours may be apart.
const tolerance = time.Hour

// Token takes the token out of a TimeStampResp when all is as asked: it was granted, stamps this signature with our
// nonce, is signed by a certificate for timestamping that was valid, at about this time, and leads to a trusted root
// if there are any. Error: CodeProviderNonsense.
func (e *Engine) Token(signature, response []byte) ([]byte, error) {
	token, err := e.token(signature, response)
	if err != nil {
		return nil, domain.Fail(domain.CodeProviderNonsense, "tsa").Because(err)
	}
	return token, nil
}

func (e *Engine) token(signature, response []byte) ([]byte, error) {
	der, err := granted(response)
	if err != nil {
		return nil, err
	}
	t, err := parseToken(der)
	if err != nil {
		return nil, err
	}
	if err := t.covers(signature); err != nil {
		return nil, err
	}
	if t.nonce == nil || t.nonce.Cmp(nonce(signature)) != 0 {
		return nil, errors.New("the nonce is not ours")
	}
	if err := t.signed(); err != nil {
		return nil, err
	}
	if now := e.Now(); t.time.Before(now.Add(-tolerance)) || t.time.After(now.Add(tolerance)) {
		return nil, fmt.Errorf("the token's time is %s, ours %s", t.time.Format(time.RFC3339), now.Format(time.RFC3339))
	}
	if err := t.authority(e.TSARoots); err != nil {
		return nil, err
	}
	return der, nil
}

// granted reads the status of a TimeStampResp (2.4.2) and gives the token in it.
func granted(response []byte) ([]byte, error) {
	in := cryptobyte.String(response)
	var whole, info cryptobyte.String
	var status int
	if !in.ReadASN1(&whole, tag.SEQUENCE) || !in.Empty() || !whole.ReadASN1(&info, tag.SEQUENCE) || !info.ReadASN1Integer(&status) {
		return nil, errors.New("no TimeStampResp")
	}
	if status != 0 && status != 1 {
		return nil, fmt.Errorf("not granted: status %d", status)
	}
	var token cryptobyte.String
	if !whole.ReadASN1Element(&token, tag.SEQUENCE) || !whole.Empty() {
		return nil, errors.New("granted, but there is no token")
	}
	return bytes.Clone(token), nil
}

// stamps checks that a token is over the signature; everything else was checked when it came.
func stamps(token, signature []byte) error {
	t, err := parseToken(token)
	if err == nil {
		err = t.covers(signature)
	}
	if err != nil {
		return domain.Fail(CodeSignature).Because(err)
	}
	return nil
}

func (t *token) covers(signature []byte) error {
	h := t.imprintHash.New()
	h.Write(signature)
	if !bytes.Equal(h.Sum(nil), t.imprint) {
		return errors.New("the token is over something else")
	}
	return nil
}

// authority checks the certificate behind the token (2.3): timestamping is its only purpose and the extension is
// critical, and it was valid when it stamped.
func (t *token) authority(roots *x509.CertPool) error {
	c := t.signer
	if len(c.ExtKeyUsage) != 1 || c.ExtKeyUsage[0] != x509.ExtKeyUsageTimeStamping || len(c.UnknownExtKeyUsage) != 0 {
		return errors.New("the authority's certificate is not for timestamping alone")
	}
	critical := false
	for _, x := range c.Extensions {
		critical = critical || x.Critical && x.Id.Equal([]int{2, 5, 29, 37})
	}
	if !critical {
		return errors.New("the purpose of the authority's certificate is not critical")
	}
	if c.KeyUsage != 0 && c.KeyUsage&(x509.KeyUsageDigitalSignature|x509.KeyUsageContentCommitment) == 0 {
		return errors.New("the authority's certificate may not sign")
	}
	if t.time.Before(c.NotBefore) || t.time.After(c.NotAfter) {
		return fmt.Errorf("the authority's certificate is valid from %s to %s", c.NotBefore.Format(time.RFC3339), c.NotAfter.Format(time.RFC3339))
	}
	if roots == nil {
		return nil
	}
	between := x509.NewCertPool()
	for _, c := range t.certificates {
		between.AddCert(c)
	}
	_, err := c.Verify(x509.VerifyOptions{
		Roots: roots, Intermediates: between, CurrentTime: t.time, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping},
	})
	return err
}

// hashOf gives the hash function of an algorithm that may be used for new signatures.
func hashOf(id string) (crypto.Hash, bool) {
	switch id {
	case "2.16.840.1.101.3.4.2.1":
		return crypto.SHA256, true
	case "2.16.840.1.101.3.4.2.2":
		return crypto.SHA384, true
	case "2.16.840.1.101.3.4.2.3":
		return crypto.SHA512, true
	}
	return 0, false
}
