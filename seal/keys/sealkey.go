package keys

import (
	"crypto"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"software.sslmate.com/src/go-pkcs12"

	"campus.example/sealdesk/domain"
)

// Key is a key that signs, with its certificates, leaf first.
type Key struct {
	Signer crypto.Signer
	Chain  []*x509.Certificate
}

// Open reads a seal key from a PKCS #12 file, in the modern or the older encryption. Errors: CodeSealKeyMissing,
// CodePINWrong, CodeCertificate.
func Open(path string, pin []byte) (Key, error) {
	b, err := os.ReadFile(filepath.Clean(path))
	if err != nil {
		return Key{}, domain.Fail(domain.CodeSealKeyMissing, path).Because(err)
	}
	return open(b, pin)
}

func open(p12, pin []byte) (Key, error) {
	private, leaf, more, err := pkcs12.DecodeChain(p12, string(pin))
	if errors.Is(err, pkcs12.ErrIncorrectPassword) {
		return Key{}, domain.Fail(domain.CodePINWrong).Because(err)
	}
	if err != nil {
		return Key{}, domain.Fail(domain.CodeCertificate, "PKCS #12").Because(err)
	}
	signer, ok := private.(crypto.Signer)
	if !ok {
		return Key{}, domain.Fail(domain.CodeCertificate, "PKCS #12").Because(errors.New("not a signing key"))
	}
	return Key{Signer: signer, Chain: append([]*x509.Certificate{leaf}, more...)}, nil
}

// Parse returns the seal key in the content of a PKCS #12 file. Errors: CodePINWrong, CodeCertificate.
func Parse(p12, pin []byte) (Key, error) { return open(p12, pin) }

// ParseKeyPEM returns the key in the content of a PEM file of that name. Error: CodeCertificate.
func ParseKeyPEM(name string, content []byte) (crypto.Signer, error) {
	block, rest := pem.Decode(content)
	for block != nil && block.Type == "EC PARAMETERS" { // openssl ecparam writes it in front of the key
		block, rest = pem.Decode(rest)
	}
	if block == nil {
		return nil, domain.Fail(domain.CodeCertificate, name)
	}
	return ParsePrivate(block.Bytes)
}

// SealChain gives the certificates of a folder's seal key, which are readable without its PIN. Error:
// CodeSealKeyMissing.
func SealChain(dir string) ([]*x509.Certificate, error) {
	return ReadPEM(filepath.Join(dir, sealChainFile))
}

// ReadPEM reads the certificates of a PEM file. Errors: CodeSealKeyMissing, CodeCertificate.
func ReadPEM(path string) ([]*x509.Certificate, error) {
	content, err := os.ReadFile(filepath.Clean(path))
	if err != nil {
		return nil, domain.Fail(domain.CodeSealKeyMissing, path).Because(err)
	}
	return ParsePEM(path, content)
}

// ParsePEM returns the certificates in the content of a PEM file of that name, at least one. Error: CodeCertificate.
func ParsePEM(name string, content []byte) ([]*x509.Certificate, error) {
	var out []*x509.Certificate
	for {
		var block *pem.Block
		if block, content = pem.Decode(content); block == nil {
			break
		}
		c, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, domain.Fail(domain.CodeCertificate, name).Because(err)
		}
		out = append(out, c)
	}
	if len(out) == 0 {
		return nil, domain.Fail(domain.CodeCertificate, name)
	}
	return out, nil
}

// Usable refuses a certificate that may not sign documents now: expired, not valid yet, or for another use. Error:
// CodeCertificate.
//
// Source: RFC 5280, 4.2.1.3.
func Usable(c *x509.Certificate, at time.Time) error {
	name := c.Subject.CommonName
	switch {
	case at.Before(c.NotBefore):
		return domain.Fail(domain.CodeCertificate, name).Because(errors.New("not valid yet"))
	case !at.Before(c.NotAfter):
		return domain.Fail(domain.CodeCertificate, name).Because(errors.New("expired"))
	case c.KeyUsage&(x509.KeyUsageDigitalSignature|x509.KeyUsageContentCommitment) == 0 && c.KeyUsage != 0:
		return domain.Fail(domain.CodeCertificate, name).Because(errors.New("its key may not sign"))
	case !forDocuments(c):
		return domain.Fail(domain.CodeCertificate, name).Because(errors.New("its purpose is another than documents"))
	case weak(c):
		return domain.Fail(domain.CodeCertificate, name).Because(fmt.Errorf("a key of type %T is too weak or unknown", c.PublicKey))
	}
	return nil
}

// encode writes certificates as PEM.
func encode(certificates ...*x509.Certificate) []byte {
	var out []byte
	for _, c := range certificates {
		out = append(out, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: c.Raw})...)
	}
	return out
}
