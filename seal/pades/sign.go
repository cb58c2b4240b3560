package pades

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"errors"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/keys"
)

// Sign signs what was prepared. The same key and the same preparation give the same signature: ECDSA takes its random
// number from key and message (RFC 6979), so a signature made again after a crash is no second one.
func (e *Engine) Sign(key crypto.Signer, pending []byte) ([]byte, error) {
	p, err := e.memory.pending(pending)
	if err != nil {
		return nil, err
	}
	chain, err := e.parse(p.Chain)
	if err != nil {
		return nil, err
	}
	if err := keys.Usable(chain[0], e.Now()); err != nil {
		return nil, err
	}
	public, ok := key.Public().(interface{ Equal(crypto.PublicKey) bool })
	if !ok || !public.Equal(chain[0].PublicKey) {
		return nil, domain.Fail(domain.CodeCertificate, chain[0].Subject.CommonName).Because(
			errors.New("the key is not that of the certificate"))
	}
	digest := sha256.Sum256(p.Attributes)
	signature, err := key.Sign(nil, digest[:], crypto.SHA256)
	if err != nil {
		return nil, domain.Fail(domain.CodeInternal).Because(err)
	}
	if err := e.matches(chain[0], p.Attributes, signature); err != nil {
		return nil, err
	}
	return signature, nil
}

// matches checks a signature over attributes.
func matches(leaf *x509.Certificate, attributes, signature []byte) error {
	digest := sha256.Sum256(attributes)
	ok := false
	switch key := leaf.PublicKey.(type) {
	case *rsa.PublicKey:
		ok = rsa.VerifyPKCS1v15(key, crypto.SHA256, digest[:], signature) == nil
	case *ecdsa.PublicKey:
		ok = ecdsa.VerifyASN1(key, digest[:], signature)
	}
	if !ok {
		return domain.Fail(CodeSignature).Because(errors.New("the signature is not that of what was prepared"))
	}
	return nil
}
