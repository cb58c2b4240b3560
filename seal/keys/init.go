package keys

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"software.sslmate.com/src/go-pkcs12"

	"campus.example/sealdesk/domain"
)

// notLicensed stands in every certificate of the office's own authority.
const notLicensed = "内部签章证书，非持牌电子认证机构颁发 / internal, not from a licensed CA"

// sealBits is the size of the office's made seal key: RSA, which every reader of signatures knows.
const sealBits = 3072

// InitOptions say what a new office's keys are.
type InitOptions struct {
	Dir      string // folder of the authority
	Name     string // of the office's organisation
	SealName string // whose seal it is, for the certificate
	SealKey  string // PKCS #12 file to make
	PIN      []byte
	Import   []byte   // PKCS #12 of a key the office has, opened by the PIN; nil makes a test key
	Anchors  [][]byte // further PEM certificates to hand out with the root, as of the time authority
	Now      time.Time
	Random   io.Reader
}

// Init makes the authority and the seal key of a new office. The root's own key is used twice and forgotten: nobody
// can make a second authority. Errors: CodePINWrong, CodeCertificate.
func Init(o InitOptions) error {
	if len(o.PIN) < 4 {
		return domain.Fail(domain.CodeBadInput, "pin")
	}
	if err := os.MkdirAll(o.Dir, 0o700); err != nil {
		return fmt.Errorf("keys: %w", err)
	}
	a, root, err := newAuthority(o)
	if err != nil {
		return err
	}
	private, err := x509.MarshalPKCS8PrivateKey(a.key)
	if err != nil {
		return fmt.Errorf("keys: %w", err)
	}
	anchors := encode(root)
	for _, more := range o.Anchors {
		anchors = append(anchors, more...)
	}
	p12, chain, err := o.sealKey(a)
	if err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(filepath.Join(o.Dir, rootFile), anchors, 0o644), //nolint:gosec // an anchor is to be handed out
		os.WriteFile(filepath.Join(o.Dir, authorityFile), encode(a.chain...), 0o600),
		os.WriteFile(filepath.Join(o.Dir, keyFile), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}), 0o600),
		os.WriteFile(filepath.Join(o.Dir, sealChainFile), encode(chain...), 0o600),
		os.WriteFile(o.SealKey, p12, 0o600),
	)
}

func newAuthority(o InitOptions) (*Authority, *x509.Certificate, error) {
	rootKey, err := ecdsa.GenerateKey(elliptic.P384(), o.Random)
	if err != nil {
		return nil, nil, fmt.Errorf("keys: %w", err)
	}
	root, err := authorityCertificate(o, "根证书 / root", rootYears, 1, nil, rootKey.Public(), rootKey)
	if err != nil {
		return nil, nil, err
	}
	key, err := ecdsa.GenerateKey(elliptic.P384(), o.Random)
	if err != nil {
		return nil, nil, fmt.Errorf("keys: %w", err)
	}
	issuing, err := authorityCertificate(o, "签发证书 / issuing", authorityYears, 0, root, key.Public(), rootKey)
	if err != nil {
		return nil, nil, err
	}
	return &Authority{key: key, chain: []*x509.Certificate{issuing, root}, random: o.Random}, root, nil
}

func authorityCertificate(
	o InitOptions, role string, years, below int, parent *x509.Certificate, public crypto.PublicKey, key crypto.Signer,
) (*x509.Certificate, error) {
	serial, err := serialNumber(o.Random)
	if err != nil {
		return nil, err
	}
	c := &x509.Certificate{
		SerialNumber: serial,
		Subject: pkix.Name{
			CommonName: o.Name + " " + role, Organization: []string{o.Name}, OrganizationalUnit: []string{notLicensed},
		},
		NotBefore: o.Now.Add(-backdate), NotAfter: o.Now.AddDate(years, 0, 0),
		KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageCRLSign, IsCA: true, BasicConstraintsValid: true,
		MaxPathLen: below, MaxPathLenZero: below == 0,
	}
	if parent == nil {
		parent = c
	}
	return sign(o.Random, c, parent, public, key)
}

// sealKey gives the PKCS #12 file of the seal key and its certificates.
func (o InitOptions) sealKey(a *Authority) (p12 []byte, chain []*x509.Certificate, err error) {
	if o.Import != nil {
		opened, err := open(o.Import, o.PIN)
		if err != nil {
			return nil, nil, err
		}
		return o.Import, opened.Chain, Usable(opened.Chain[0], o.Now)
	}
	key, err := rsa.GenerateKey(o.Random, sealBits)
	if err != nil {
		return nil, nil, fmt.Errorf("keys: %w", err)
	}
	subject := pkix.Name{CommonName: o.SealName, Organization: []string{o.Name}}
	leaf, err := a.certify(subject, key.Public(), o.Now, o.Now.AddDate(sealYears, 0, 0))
	if err != nil {
		return nil, nil, err
	}
	chain = append([]*x509.Certificate{leaf}, a.chain...)
	p12, err = pkcs12.Modern2023.WithRand(o.Random).Encode(key, leaf, a.chain, string(o.PIN))
	if err != nil {
		return nil, nil, fmt.Errorf("keys: %w", err)
	}
	return p12, chain, nil
}
