package tsa_test

import (
	"bytes"
	"crypto"
	"crypto/sha256"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/digitorus/timestamp"

	"campus.example/sealdesk/sandbox/tsa"
)

func at() time.Time { return time.Date(2026, 3, 2, 4, 0, 0, 0, time.UTC) }

func open(t *testing.T, dir string) *tsa.Server {
	t.Helper()
	s, err := tsa.New(tsa.Options{State: dir, Clock: at})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func ask(t *testing.T, s *tsa.Server, query []byte) []byte {
	t.Helper()
	req := httptest.NewRequest("POST", "/tsa", bytes.NewReader(query))
	req.Header.Set("Content-Type", "application/timestamp-query")
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, req)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/timestamp-reply" {
		t.Fatal(w.Code, w.Header(), w.Body)
	}
	return w.Body.Bytes()
}

func query(t *testing.T, change func(*timestamp.Request)) []byte {
	t.Helper()
	digest := sha256.Sum256([]byte("contract"))
	req := &timestamp.Request{HashAlgorithm: crypto.SHA256, HashedMessage: digest[:], Certificates: true, Nonce: big.NewInt(42)}
	if change != nil {
		change(req)
	}
	raw, err := req.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestTokenIsTrustedByTheRoot(t *testing.T) {
	dir := t.TempDir()
	first := open(t, dir)
	root, err := os.ReadFile(first.RootPath())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []*tsa.Server{first, open(t, dir)} { // the second is the same authority after a restart
		token, err := timestamp.ParseResponse(ask(t, s, query(t, nil)))
		if err != nil {
			t.Fatal(err)
		}
		if !token.Time.Equal(at()) || token.Nonce.Int64() != 42 || len(token.Certificates) != 1 {
			t.Fatalf("%+v", token)
		}
		block, _ := pem.Decode(root)
		anchor, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			t.Fatal(err)
		}
		pool := x509.NewCertPool()
		pool.AddCert(anchor)
		_, err = token.Certificates[0].Verify(x509.VerifyOptions{
			Roots: pool, CurrentTime: at(), KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping},
		})
		if err != nil {
			t.Fatal(err)
		}
		if s.Tokens() != 1 {
			t.Fatal(s.Tokens())
		}
	}
}

func TestRefusalsInTheProtocol(t *testing.T) {
	s := open(t, t.TempDir())
	cases := map[string][]byte{
		"rubbish":      []byte("hello"),
		"other policy": query(t, func(r *timestamp.Request) { r.TSAPolicyOID = []int{1, 2, 3} }),
		"short digest": query(t, func(r *timestamp.Request) { r.HashedMessage = []byte{1, 2, 3} }),
		"sha1":         query(t, func(r *timestamp.Request) { r.HashAlgorithm, r.HashedMessage = crypto.SHA1, make([]byte, 20) }),
	}
	for name, q := range cases {
		_, err := timestamp.ParseResponse(ask(t, s, q))
		if err == nil {
			t.Errorf("%s: a token was given", name)
		}
	}
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, httptest.NewRequest("POST", "/tsa", bytes.NewReader(query(t, nil))))
	if w.Code != http.StatusUnsupportedMediaType || s.Tokens() != 0 {
		t.Fatal(w.Code, s.Tokens())
	}
}

// openssl, which shares no code with us, accepts the token too.
func TestOpenSSLAccepts(t *testing.T) {
	openssl, err := exec.LookPath("openssl")
	if err != nil {
		if os.Getenv("SEALDESK_ALL") == "1" {
			t.Fatal("openssl is not here")
		}
		t.Skip("openssl is not here")
	}
	dir := t.TempDir()
	s := open(t, dir)
	q, reply := filepath.Join(dir, "q.tsq"), filepath.Join(dir, "r.tsr")
	content := query(t, nil)
	err = errors.Join(os.WriteFile(q, content, 0o600), os.WriteFile(reply, ask(t, s, content), 0o600))
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), openssl, "ts", "-verify", "-queryfile", q, "-in", reply,
		"-CAfile", s.RootPath(), "-attime", "1772424000").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
