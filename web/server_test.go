package web_test

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"sealdesk/web"
)

func listen(t *testing.T, address string) net.Listener {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func serve(t *testing.T, address string) *web.Server {
	t.Helper()
	s, err := web.New(web.Options{
		Listener: listen(t, address), Log: slog.New(slog.DiscardHandler),
		Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			if _, err := io.WriteString(w, "hello"); err != nil {
				t.Error(err)
			}
		}),
	})
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
	if s.Secure() || !strings.HasPrefix(s.URL(), "http://127.0.0.1:") {
		t.Errorf("%s", s.URL())
	}
	if got, err := get(t, &http.Client{}, s.URL()); err != nil || got != "hello" {
		t.Errorf("%q %v", got, err)
	}
}

func TestBeyondThisMachineTLSIsMade(t *testing.T) {
	s := serve(t, "0.0.0.0:0")
	if !s.Secure() || !strings.HasPrefix(s.URL(), "https://") {
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
