package pades_test

import (
	"bytes"
	"crypto"
	"crypto/elliptic"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/digitorus/timestamp"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/pades"
)

// stamping makes a certificate one for timestamps.
func stamping(critical bool, purposes ...int) func(*x509.Certificate) {
	return func(c *x509.Certificate) {
		var ids []asn1.ObjectIdentifier
		for _, p := range purposes {
			ids = append(ids, asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 3, p})
		}
		value, err := asn1.Marshal(ids)
		if err != nil {
			panic(err)
		}
		c.ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 37}, Critical: critical, Value: value}}
	}
}

const timeStamping = 8

// answer makes the reply of an authority, which may have its faults.
func answer(t testing.TB, by *who, query []byte, change func(*timestamp.Timestamp)) []byte {
	t.Helper()
	q, err := timestamp.ParseRequest(query)
	if err != nil {
		t.Fatal(err)
	}
	if !q.Certificates || q.Nonce == nil || q.HashAlgorithm != crypto.SHA256 {
		t.Fatalf("the request is %+v", q)
	}
	ts := timestamp.Timestamp{
		HashAlgorithm: q.HashAlgorithm, HashedMessage: q.HashedMessage, Time: now(), Policy: asn1.ObjectIdentifier{1, 2, 3},
		Nonce: q.Nonce, AddTSACertificate: true,
	}
	if change != nil {
		change(&ts)
	}
	out, err := ts.CreateResponseWithOpts(by.cert, by.key, crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEveryFaultOfAnAuthorityIsRefused(t *testing.T) {
	e := engine(t)
	root, stranger := issue(t, nil, "Root", ec(t, elliptic.P256()), nil), issue(t, nil, "Stranger", ec(t, elliptic.P256()), nil)
	e.TSARoots = x509.NewCertPool()
	e.TSARoots.AddCert(root.cert)
	key := ec(t, elliptic.P256())
	good := issue(t, root, "TSA", key, stamping(true, timeStamping))
	signature := []byte("a signature")
	query, err := e.TokenRequest(signature)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := e.TokenRequest(signature); err != nil || !bytes.Equal(query, again) {
		t.Error("the same signature gave another request", err)
	}
	if other, err := e.TokenRequest([]byte("another")); err != nil || bytes.Equal(query, other) {
		t.Error("another signature gave the same request", err)
	}
	if _, err := e.Token(signature, answer(t, good, query, nil)); err != nil {
		t.Fatal("a good token is refused:", err)
	}
	rejected, err := timestamp.CreateErrorResponse(timestamp.Rejection, timestamp.BadRequest)
	if err != nil {
		t.Fatal(err)
	}
	whole := answer(t, good, query, nil)
	flipped := bytes.Clone(whole)
	flipped[len(flipped)-1] ^= 1
	cases := map[string][]byte{
		"nothing":              nil,
		"garbage":              []byte("<html>503</html>"),
		"cut off":              whole[:len(whole)-9],
		"more behind it":       append(bytes.Clone(whole), 0),
		"refused":              rejected,
		"another signature":    answer(t, good, query, func(ts *timestamp.Timestamp) { ts.HashedMessage = make([]byte, 32) }),
		"another nonce":        answer(t, good, query, func(ts *timestamp.Timestamp) { ts.Nonce = big.NewInt(7) }),
		"no nonce":             answer(t, good, query, func(ts *timestamp.Timestamp) { ts.Nonce = nil }),
		"no certificate":       answer(t, good, query, func(ts *timestamp.Timestamp) { ts.AddTSACertificate = false }),
		"a day early":          answer(t, good, query, func(ts *timestamp.Timestamp) { ts.Time = now().AddDate(0, 0, -1) }),
		"a day late":           answer(t, good, query, func(ts *timestamp.Timestamp) { ts.Time = now().AddDate(0, 0, 1) }),
		"signature changed":    flipped,
		"expired authority":    answer(t, issue(t, root, "TSA", key, func(c *x509.Certificate) { stamping(true, timeStamping)(c); c.NotAfter = now().AddDate(0, 0, -1) }), query, nil),
		"authority too early":  answer(t, issue(t, root, "TSA", key, func(c *x509.Certificate) { stamping(true, timeStamping)(c); c.NotBefore = now().AddDate(0, 0, 1) }), query, nil),
		"purpose not critical": answer(t, issue(t, root, "TSA", key, stamping(false, timeStamping)), query, nil),
		"a second purpose":     answer(t, issue(t, root, "TSA", key, stamping(true, timeStamping, 1)), query, nil),
		"no purpose":           answer(t, issue(t, root, "TSA", key, nil), query, nil),
		"untrusted":            answer(t, issue(t, stranger, "TSA", key, stamping(true, timeStamping)), query, nil),
	}
	for name, response := range cases {
		if _, err := e.Token(signature, response); domain.CodeOf(err) != domain.CodeProviderNonsense {
			t.Errorf("%s: %v", name, err)
		} else {
			t.Logf("%-22s %v", name, err)
		}
	}
}

// A token that does not fit is an error, never cut off.
func TestTokenTooBigForTheHole(t *testing.T) {
	e := engine(t)
	root := issue(t, nil, "Root", ec(t, elliptic.P256()), nil)
	leaf := issue(t, root, "测试大学", ec(t, elliptic.P256()), nil)
	prepared, err := e.Begin(request(t, leaf, root))
	if err != nil {
		t.Fatal(err)
	}
	signature, err := e.Sign(leaf.key, prepared.Pending)
	if err != nil {
		t.Fatal(err)
	}
	query, err := e.TokenRequest(signature)
	if err != nil {
		t.Fatal(err)
	}
	authority := issue(t, root, "TSA", ec(t, elliptic.P256()), stamping(true, timeStamping))
	token, err := e.Token(signature, answer(t, authority, query, func(ts *timestamp.Timestamp) {
		ts.ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{1, 2, 3}, Value: make([]byte, 12<<10)}}
	}))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Finish(prepared.PDF, prepared.Pending, signature, token); domain.CodeOf(err) != pades.CodeTooBig {
		t.Errorf("%d bytes: %v", len(token), err)
	}
	if _, err := e.Finish(prepared.PDF, prepared.Pending, []byte("other"), nil); domain.CodeOf(err) != pades.CodeSignature {
		t.Error(err)
	}
	other, err := e.Begin(request(t, leaf, root))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Finish(other.PDF[:len(other.PDF)-1], prepared.Pending, signature, nil); domain.CodeOf(err) != pades.CodeSignature {
		t.Error(err)
	}
}

// OpenSSL's own authority, which shares no code with us, gives tokens we take.
func TestOpenSSLTokensAreTaken(t *testing.T) {
	openssl := program(t, "openssl")
	e := engine(t)
	e.Now = time.Now
	root := issue(t, nil, "Root", rsaKey(t, 2048), func(c *x509.Certificate) { c.NotAfter = time.Now().AddDate(9, 0, 0) })
	by := issue(t, root, "TSA", rsaKey(t, 2048), func(c *x509.Certificate) {
		stamping(true, timeStamping)(c)
		c.KeyUsage, c.NotAfter = x509.KeyUsageDigitalSignature, time.Now().AddDate(9, 0, 0)
	})
	e.TSARoots = x509.NewCertPool()
	e.TSARoots.AddCert(root.cert)
	dir := t.TempDir()
	private, err := x509.MarshalPKCS8PrivateKey(by.key)
	if err != nil {
		t.Fatal(err)
	}
	save(t, dir, "key.pem", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}))
	save(t, dir, "cert.pem", pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: by.cert.Raw}))
	save(t, dir, "serial", []byte("01\n"))
	save(t, dir, "ts.cnf", []byte("[tsa]\ndefault_tsa=t\n[t]\nserial=serial\nsigner_cert=cert.pem\nsigner_key=key.pem\nsigner_digest=sha256\n"+
		"default_policy=1.2.3\ndigests=sha256,sha384\naccuracy=millisecs:500\nordering=yes\ntsa_name=yes\ness_cert_id_chain=no\ness_cert_id_alg=sha256\n"))
	signature := []byte("another signature")
	query, err := e.TokenRequest(signature)
	if err != nil {
		t.Fatal(err)
	}
	save(t, dir, "q.tsq", query)
	cmd := exec.CommandContext(t.Context(), openssl, "ts", "-reply", "-config", "ts.cnf", "-queryfile", "q.tsq", "-out", "r.tsr")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	response, err := os.ReadFile(filepath.Join(dir, "r.tsr"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Token(signature, response); err != nil {
		t.Error(err)
	}
}

func FuzzToken(f *testing.F) {
	e := engine(f)
	root := issue(f, nil, "Root", ec(f, elliptic.P256()), nil)
	by := issue(f, root, "TSA", ec(f, elliptic.P256()), stamping(true, timeStamping))
	signature := []byte("a signature")
	query, err := e.TokenRequest(signature)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(answer(f, by, query, nil))
	f.Fuzz(func(t *testing.T, response []byte) {
		token, err := e.Token(signature, response)
		if err == nil && len(token) == 0 {
			t.Error("taken, but there is no token")
		}
	})
}
