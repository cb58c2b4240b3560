package check

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"sync"
	"testing"
	"time"
)

// day is when everything in these tests happens.
var day = time.Date(2026, 5, 1, 4, 0, 0, 0, time.UTC)

// who is a key with its certificate and the certificates that go along.
type who struct {
	key   crypto.Signer
	cert  *x509.Certificate
	chain []*x509.Certificate
}

// world is the public key infrastructure of the tests: the office's authority and a timestamp authority, and strangers
// nobody trusts.
type world struct {
	ca, tsaRoot, strangerCA *who
	b, a, office            *who // party B (P-256), party A (P-384), the office (RSA)
	tsa                     *who
	stranger, strangerTSA   *who
	expired, tls, weak      *who
	self                    *who
	badTSA                  *who // usage not critical
	roots                   []*x509.Certificate
}

var theWorld = sync.OnceValue(makeWorld)

func makeWorld() *world {
	w := &world{}
	next := byte(0)
	ec := func(c elliptic.Curve) crypto.Signer { next++; return ec(c, next) }
	w.ca = issue(nil, "Test Root", ec(elliptic.P256()), authority)
	w.tsaRoot = issue(nil, "Test TSA Root", ec(elliptic.P256()), authority)
	w.strangerCA = issue(nil, "Stranger Root", ec(elliptic.P256()), authority)
	w.b = issue(w.ca, "测试乙方", ec(elliptic.P256()), nil)
	w.a = issue(w.ca, "测试甲方", ec(elliptic.P384()), nil)
	w.office = issue(w.ca, "测试合同专用章", rsaKey(2048), nil)
	w.tsa = issue(w.tsaRoot, "Test TSA", ec(elliptic.P256()), stamper(true))
	w.badTSA = issue(w.tsaRoot, "Test TSA 2", ec(elliptic.P256()), stamper(false))
	w.stranger = issue(w.strangerCA, "测试乙方", ec(elliptic.P256()), nil)
	w.strangerTSA = issue(w.strangerCA, "Test TSA", ec(elliptic.P256()), stamper(true))
	w.expired = issue(w.ca, "Expired", ec(elliptic.P256()), func(c *x509.Certificate) { c.NotAfter = day.AddDate(0, -1, 0) })
	w.tls = issue(w.ca, "Server", ec(elliptic.P256()), func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth} })
	w.weak = issue(w.ca, "Weak", rsaKey(1024), nil)
	w.self = issue(nil, "Self", ec(elliptic.P256()), nil)
	w.roots = []*x509.Certificate{w.ca.cert, w.tsaRoot.cert}
	return w
}

// ec makes a key that is the same in every process: the workers of a fuzz run read each other's files.
func ec(c elliptic.Curve, n byte) crypto.Signer {
	raw := make([]byte, (c.Params().BitSize+7)/8)
	raw[len(raw)/2], raw[len(raw)-1] = 0x5e, n
	k, err := ecdsa.ParseRawPrivateKey(c, raw)
	if err != nil {
		panic(err)
	}
	return k
}

func rsaKey(bits int) crypto.Signer {
	k, err := rsa.GenerateKey(rand.Reader, bits)
	if err != nil {
		return ec(elliptic.P224(), 99) // keys this short are refused by the library: any weak key will do
	}
	return k
}

func authority(c *x509.Certificate) {
	c.IsCA, c.BasicConstraintsValid = true, true
	c.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageCRLSign
}

// stamper makes a timestamp authority; Go marks the usage critical only when told.
func stamper(critical bool) func(*x509.Certificate) {
	return func(c *x509.Certificate) {
		c.ExtraExtensions = append(c.ExtraExtensions, pkix.Extension{
			Id: []int{2, 5, 29, 37}, Critical: critical,
			Value: []byte{0x30, 0x0a, 0x06, 0x08, 0x2b, 6, 1, 5, 5, 7, 3, 8},
		})
	}
}

func issue(by *who, name string, key crypto.Signer, change func(*x509.Certificate)) *who {
	number := sha256.Sum256([]byte(name))
	t := &x509.Certificate{
		SerialNumber: new(big.Int).SetBytes(number[:8]), Subject: pkix.Name{CommonName: name, Organization: []string{"测试"}},
		NotBefore: day.AddDate(-1, 0, 0), NotAfter: day.AddDate(2, 0, 0), KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment,
	}
	if change != nil {
		change(t)
	}
	w := &who{key: key}
	parent, signer := t, key
	if by != nil {
		parent, signer = by.cert, by.key
		w.chain = []*x509.Certificate{by.cert}
	}
	der, err := x509.CreateCertificate(rand.Reader, t, parent, key.Public(), signer)
	if err != nil {
		panic(err)
	}
	if w.cert, err = x509.ParseCertificate(der); err != nil {
		panic(err)
	}
	return w
}

// examine verifies with everything the tests trust.
func examine(t testing.TB, pdf []byte) Report {
	t.Helper()
	r, err := Verify(pdf, Options{Roots: theWorld().roots, At: day})
	if err != nil {
		t.Fatalf("Verify: %v", err)
	}
	return r
}
