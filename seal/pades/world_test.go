package pades_test

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/write"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/stamp"
)

func now() time.Time { return time.Date(2026, 3, 2, 4, 0, 0, 0, time.UTC) }

// who is a key with its certificate.
type who struct {
	key  crypto.Signer
	cert *x509.Certificate
}

func ec(t testing.TB, c elliptic.Curve) crypto.Signer {
	t.Helper()
	k, err := ecdsa.GenerateKey(c, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func rsaKey(t testing.TB, bits int) crypto.Signer {
	t.Helper()
	k, err := rsa.GenerateKey(rand.Reader, bits)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// issue makes a certificate; by nil makes a root.
func issue(t testing.TB, by *who, name string, key crypto.Signer, change func(*x509.Certificate)) *who {
	t.Helper()
	serial, err := rand.Int(rand.Reader, big.NewInt(1<<62))
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{
		SerialNumber: serial, Subject: pkix.Name{CommonName: name}, NotBefore: now().AddDate(0, -1, 0), NotAfter: now().AddDate(1, 0, 0),
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment, BasicConstraintsValid: true,
	}
	if by == nil {
		c.IsCA, c.KeyUsage = true, x509.KeyUsageCertSign
		by = &who{key, c}
	}
	if change != nil {
		change(c)
	}
	der, err := x509.CreateCertificate(rand.Reader, c, by.cert, key.Public(), by.key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return &who{key, cert}
}

func engine(t testing.TB) *pades.Engine {
	t.Helper()
	artist, err := stamp.New()
	if err != nil {
		t.Fatal(err)
	}
	return &pades.Engine{Draw: artist.Draw, Now: now}
}

func contract(t testing.TB) []byte {
	t.Helper()
	doc, err := write.New(write.Meta{Title: "合同", Made: now()})
	if err != nil {
		t.Fatal(err)
	}
	doc.Title("合同")
	out, err := doc.Bytes(write.Habit{Version: "1.5"})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func request(t testing.TB, chain ...*who) pades.Request {
	t.Helper()
	r := pades.Request{
		PDF: contract(t), Field: "Seal", Place: domain.Place{Page: 1, X: 100, Y: 100, W: 119, H: 119},
		Appearance: words("测试大学", "合同专用章"), Signing: now(), Name: "测试大学", Reason: "合同（用印）",
	}
	for _, w := range chain {
		r.Chain = append(r.Chain, w.cert.Raw)
	}
	return r
}

func program(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("SEALDESK_ALL") == "1" {
			t.Fatal(name + " is not here")
		}
		t.Skip(name + " is not here")
	}
	return path
}

func save(t testing.TB, dir, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func words(ring, line string) stamp.Look {
	return stamp.Look{Appearance: domain.Appearance{Ring: ring, Line: line}}
}
