// Package keys makes and reads the keys that sign, and their certificates.
//
// The office's own authority is no licensed certification authority, and every certificate of it says so: what it
// proves is what the office's own record proves. An office with a licensed certificate imports it.
package keys

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"time"

	"campus.example/sealdesk/domain"
)

// Lifetimes of certificates, in years and months.
const (
	rootYears      = 20
	authorityYears = 10
	sealYears      = 3
	actDays        = 7 // the key signs within seconds; a time authority may be out of reach for days
)

// The files of an authority's folder.
const (
	rootFile      = "root.pem"      // anchors to hand out
	authorityFile = "authority.pem" // the issuing certificate and its root
	keyFile       = "authority.key" // PKCS #8, readable by the owner only
	sealChainFile = "seal.pem"      // certificates of the office's seal key, leaf first
)

// backdate lets certificates count at clocks that are a little behind.
const backdate = 5 * time.Minute

// Authority issues certificates to signers and organisations. It is safe for concurrent use when its source of
// randomness is.
type Authority struct {
	key    crypto.Signer
	chain  []*x509.Certificate // the issuing certificate first, then its root
	random io.Reader
}

// Load reads the authority of a folder. Error: CodeSealKeyMissing, CodeCertificate.
func Load(dir string, random io.Reader) (*Authority, error) {
	chain, err := ReadPEM(filepath.Join(dir, authorityFile))
	if err != nil {
		return nil, err
	}
	b, err := os.ReadFile(filepath.Join(dir, keyFile))
	if err != nil {
		return nil, domain.Fail(domain.CodeSealKeyMissing, keyFile).Because(err)
	}
	block, _ := pem.Decode(b)
	if block == nil {
		return nil, domain.Fail(domain.CodeCertificate, keyFile)
	}
	key, err := ParsePrivate(block.Bytes)
	if err != nil {
		return nil, err
	}
	return &Authority{key: key, chain: chain, random: random}, nil
}

// Person makes a key for one act, and a certificate that names a person and his opaque id, never a document's number
// (G25).
func (a *Authority) Person(name, id string, at time.Time) (domain.SigningKey, error) {
	return a.issue(pkix.Name{CommonName: name, SerialNumber: id}, at)
}

// Organisation makes a key for one act, and a certificate for the seal of Party B.
func (a *Authority) Organisation(name, id string, at time.Time) (domain.SigningKey, error) {
	return a.issue(pkix.Name{CommonName: name, Organization: []string{name}, SerialNumber: id}, at)
}

func (a *Authority) issue(subject pkix.Name, from time.Time) (domain.SigningKey, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), a.random)
	if err != nil {
		return domain.SigningKey{}, fmt.Errorf("key: %w", err)
	}
	leaf, err := a.certify(subject, key.Public(), from, from.AddDate(0, 0, actDays))
	if err != nil {
		return domain.SigningKey{}, err
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return domain.SigningKey{}, fmt.Errorf("key: %w", err)
	}
	return domain.SigningKey{Private: private, Chain: a.below(leaf), Until: leaf.NotAfter}, nil
}

// certify signs a certificate that may do nothing but sign documents.
func (a *Authority) certify(subject pkix.Name, public crypto.PublicKey, from, until time.Time) (*x509.Certificate, error) {
	subject.OrganizationalUnit = []string{notLicensed}
	if last := a.chain[0].NotAfter; until.After(last) {
		until = last // nothing outlives who vouches for it
	}
	serial, err := serialNumber(a.random)
	if err != nil {
		return nil, err
	}
	return sign(a.random, &x509.Certificate{
		SerialNumber: serial, Subject: subject, NotBefore: from.Add(-backdate), NotAfter: until,
		KeyUsage:              x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment,
		BasicConstraintsValid: true,
	}, a.chain[0], public, a.key)
}

// below is the chain of a leaf, in DER.
func (a *Authority) below(leaf *x509.Certificate) [][]byte {
	chain := [][]byte{leaf.Raw}
	for _, c := range a.chain {
		chain = append(chain, c.Raw)
	}
	return chain
}

func sign(random io.Reader, template, parent *x509.Certificate, public crypto.PublicKey, key crypto.Signer) (*x509.Certificate, error) {
	der, err := x509.CreateCertificate(random, template, parent, public, key)
	if err != nil {
		return nil, fmt.Errorf("certificate: %w", err)
	}
	return x509.ParseCertificate(der)
}

// serialNumber draws 127 bits: unguessable and positive (RFC 5280, 4.1.2.2).
func serialNumber(random io.Reader) (*big.Int, error) {
	var b [16]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return nil, fmt.Errorf("random: %w", err)
	}
	b[0] = b[0]&0x7f | 0x40
	return new(big.Int).SetBytes(b[:]), nil
}

// ParsePrivate reads a key that can sign: PKCS #8, or what openssl made before it (PKCS #1 for RSA, SEC 1 for curves).
// Error: CodeCertificate.
func ParsePrivate(der []byte) (crypto.Signer, error) {
	key, err := x509.ParsePKCS8PrivateKey(der)
	if old, errOld := x509.ParsePKCS1PrivateKey(der); err != nil && errOld == nil {
		return old, nil
	}
	if old, errOld := x509.ParseECPrivateKey(der); err != nil && errOld == nil {
		return old, nil
	}
	if err != nil {
		return nil, domain.Fail(domain.CodeCertificate, "key").Because(err)
	}
	signer, ok := key.(crypto.Signer)
	if !ok {
		return nil, domain.Fail(domain.CodeCertificate, "key").Because(errors.New("not a signing key"))
	}
	return signer, nil
}
