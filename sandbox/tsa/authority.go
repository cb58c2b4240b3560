package tsa

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"time"

	"campus.example/sealdesk/sandbox/journal"
)

// authority is the invented time-stamping authority: a root that signs one certificate, which signs the tokens.
type authority struct {
	root   *x509.Certificate
	signer *x509.Certificate
	key    *rsa.PrivateKey
}

const authorityFile = "authority.pem"

// open reads the authority of an earlier run or makes one.
func open(state string, now time.Time) (*authority, error) {
	content, err := os.ReadFile(filepath.Join(state, authorityFile))
	if errors.Is(err, fs.ErrNotExist) {
		return create(state, now)
	}
	if err != nil {
		return nil, err
	}
	var a authority
	for block, rest := pem.Decode(content); block != nil; block, rest = pem.Decode(rest) {
		switch block.Type {
		case "PRIVATE KEY":
			key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
			if err != nil {
				return nil, err
			}
			a.key, _ = key.(*rsa.PrivateKey)
		case "CERTIFICATE":
			cert, err := x509.ParseCertificate(block.Bytes)
			if err != nil {
				return nil, err
			}
			if cert.IsCA {
				a.root = cert
			} else {
				a.signer = cert
			}
		}
	}
	if a.key == nil || a.root == nil || a.signer == nil {
		return nil, fmt.Errorf("%s holds no whole authority", authorityFile)
	}
	return &a, nil
}

// create makes root and signer. The root's own key is forgotten at once: it never signs again.
func create(state string, now time.Time) (*authority, error) {
	rootKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	// A day's grace: a contract may be signed by a clock that is behind this one.
	from, until := now.Add(-24*time.Hour), now.AddDate(10, 0, 0)
	rootForm := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: from, NotAfter: until,
		Subject:               pkix.Name{Country: []string{"CN"}, Organization: []string{"样例时间戳机构"}, CommonName: "样例时间戳根证书"},
		IsCA:                  true,
		BasicConstraintsValid: true,
		KeyUsage:              x509.KeyUsageCertSign | x509.KeyUsageCRLSign,
	}
	root, err := issue(rootForm, rootForm, &rootKey.PublicKey, rootKey)
	if err != nil {
		return nil, err
	}
	// RFC 3161 section 2.3: the extended key usage is critical and timeStamping alone.
	usage, err := asn1.Marshal([]asn1.ObjectIdentifier{{1, 3, 6, 1, 5, 5, 7, 3, 8}})
	if err != nil {
		return nil, err
	}
	signer, err := issue(&x509.Certificate{
		SerialNumber: big.NewInt(2), NotBefore: from, NotAfter: until,
		Subject:               pkix.Name{Country: []string{"CN"}, Organization: []string{"样例时间戳机构"}, CommonName: "样例时间戳服务"},
		BasicConstraintsValid: true,
		KeyUsage:              x509.KeyUsageDigitalSignature,
		ExtraExtensions:       []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 37}, Critical: true, Value: usage}},
	}, root, &key.PublicKey, rootKey)
	if err != nil {
		return nil, err
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	content := pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret})
	content = append(content, pemOf(signer)...)
	content = append(content, pemOf(root)...)
	if err := journal.Replace(filepath.Join(state, authorityFile), content); err != nil {
		return nil, err
	}
	return &authority{root: root, signer: signer, key: key}, nil
}

func issue(form, parent *x509.Certificate, public *rsa.PublicKey, by *rsa.PrivateKey) (*x509.Certificate, error) {
	der, err := x509.CreateCertificate(rand.Reader, form, parent, public, by)
	if err != nil {
		return nil, err
	}
	return x509.ParseCertificate(der)
}

func pemOf(cert *x509.Certificate) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert.Raw})
}
