package web_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/web"
)

func listen(t *testing.T, address string) net.Listener {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func serve(t *testing.T, address string, change ...func(*web.Options)) *web.Server {
	t.Helper()
	o := web.Options{
		Listener: listen(t, address), Log: slog.New(slog.DiscardHandler),
		Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			if _, err := io.WriteString(w, "hello"); err != nil {
				t.Error(err)
			}
		}),
	}
	for _, c := range change {
		c(&o)
	}
	s, err := web.New(o)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- s.Serve() }()
	t.Cleanup(func() {
		ctx, stop := context.WithTimeout(context.Background(), 5*time.Second)
		defer stop()
		if err := s.Shutdown(ctx); err != nil {
			t.Error(err)
		}
		if err := <-done; !errors.Is(err, http.ErrServerClosed) {
			t.Error(err)
		}
	})
	return s
}

func get(t *testing.T, client *http.Client, address string) (string, error) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := client.Do(req)
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(resp.Body)
	return string(b), errors.Join(err, resp.Body.Close())
}

func TestPlainHTTPOnlyOnThisMachine(t *testing.T) {
	s := serve(t, "127.0.0.1:0")
	if !strings.HasPrefix(s.URL(), "http://127.0.0.1:") {
		t.Errorf("%s", s.URL())
	}
	if got, err := get(t, &http.Client{}, s.URL()); err != nil || got != "hello" {
		t.Errorf("%q %v", got, err)
	}
}

func TestBeyondThisMachineTLSIsMade(t *testing.T) {
	s := serve(t, "0.0.0.0:0")
	if !strings.HasPrefix(s.URL(), "https://") {
		t.Fatalf("%s", s.URL())
	}
	port := s.URL()[strings.LastIndexByte(s.URL(), ':'):]
	transport := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}} //nolint:gosec // the certificate is self-made
	t.Cleanup(transport.CloseIdleConnections)
	if got, err := get(t, &http.Client{Transport: transport}, "https://127.0.0.1"+port); err != nil || got != "hello" {
		t.Errorf("%q %v", got, err)
	}
	if _, err := get(t, &http.Client{}, "https://127.0.0.1"+port); err == nil {
		t.Error("a self-made certificate is trusted by everybody")
	}
	if got, err := get(t, &http.Client{}, "http://127.0.0.1"+port); err == nil && got == "hello" {
		t.Error("plain HTTP is answered")
	}
}

func TestACertificateThatCannotBeReadIsRefused(t *testing.T) {
	for _, o := range []web.Options{{Cert: "none.pem", Key: "none.key"}, {Cert: "one.pem"}} {
		o.Listener, o.Handler, o.Log = listen(t, "127.0.0.1:0"), http.NotFoundHandler(), slog.New(slog.DiscardHandler)
		if _, err := web.New(o); err == nil {
			t.Errorf("%+v", o)
		}
		if err := o.Listener.Close(); err != nil {
			t.Error(err)
		}
	}
}

// certificate writes a certificate for this machine, and its key, as an office would give them.
func certificate(t *testing.T) (cert, key string, roots *x509.CertPool) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{
		SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: "sign.example.invalid"}, NotBefore: time.Now().Add(-time.Hour),
		NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, about, about, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	made, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, kind string, der []byte) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	roots = x509.NewCertPool()
	roots.AddCert(made)
	return write("cert.pem", "CERTIFICATE", der), write("key.pem", "PRIVATE KEY", pkcs8), roots
}

// TestTheOfficesCertificateIsUsed: on a loopback address too, and nothing older than TLS 1.2 is spoken.
func TestTheOfficesCertificateIsUsed(t *testing.T) {
	cert, key, roots := certificate(t)
	s := serve(t, "127.0.0.1:0", func(o *web.Options) { o.Cert, o.Key = cert, key })
	client := func(c *tls.Config) *http.Client {
		c.RootCAs = roots
		transport := &http.Transport{TLSClientConfig: c}
		t.Cleanup(transport.CloseIdleConnections)
		return &http.Client{Transport: transport}
	}
	if got, err := get(t, client(&tls.Config{MinVersion: tls.VersionTLS12}), s.URL()); err != nil || got != "hello" {
		t.Errorf("%s: %q %v", s.URL(), got, err)
	}
	//nolint:gosec // an old browser
	if _, err := get(t, client(&tls.Config{MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11}), s.URL()); err == nil {
		t.Error("TLS 1.1 is spoken")
	}
}
