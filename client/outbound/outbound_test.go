package outbound_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"campus.example/sealdesk/client/outbound"
	"campus.example/sealdesk/domain"
)

// reset breaks the connection in the middle of whatever was going on.
func reset(w http.ResponseWriter) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		panic(err)
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		if err := tcp.SetLinger(0); err != nil {
			panic(err)
		}
	}
	if err := conn.Close(); err != nil {
		panic(err)
	}
}

// provider is a server that counts what reaches it.
func provider(t *testing.T, answer http.HandlerFunc) (*outbound.Client, *atomic.Int32) {
	t.Helper()
	var calls atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		calls.Add(1)
		answer(w, r)
	}))
	t.Cleanup(server.Close)
	client, err := outbound.New(outbound.Options{Provider: "sms", BaseURL: server.URL, Timeout: 300 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	return client, &calls
}

func write(t *testing.T, w http.ResponseWriter, body string) {
	t.Helper()
	if _, err := w.Write([]byte(body)); err != nil {
		t.Log(err) // the client may hang up first
	}
}

// Whatever a provider does, the office learns one of three things, the provider is asked once, and no error shows
// the phone that stood in the address.
func TestFailuresBecomeCodes(t *testing.T) {
	for name, c := range map[string]struct {
		answer http.HandlerFunc
		want   domain.Code
		detail string
	}{
		"500": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500) }, domain.CodeProviderDown, "HTTP 500"},
		"503": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }, domain.CodeProviderDown, "HTTP 503"},
		"429": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(429) }, domain.CodeProviderDown, "HTTP 429"},
		"hang": {func(_ http.ResponseWriter, r *http.Request) {
			// The server notices that the client hung up only after the body is read.
			if _, err := io.Copy(io.Discard, r.Body); err != nil {
				t.Log(err)
			}
			<-r.Context().Done()
		}, domain.CodeProviderDown, "timeout"},
		"reset": {
			func(w http.ResponseWriter, _ *http.Request) { reset(w) }, domain.CodeProviderDown, "no connection",
		},
		"half an answer": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			write(t, w, "half")
			reset(w)
		}, domain.CodeProviderDown, "no connection"},
		"endless": {func(w http.ResponseWriter, _ *http.Request) {
			for range 3 {
				write(t, w, strings.Repeat("x", outbound.JSONLimit/2))
			}
		}, domain.CodeProviderNonsense, "answer too long"},
		"redirect": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/elsewhere", http.StatusTemporaryRedirect)
		}, domain.CodeProviderNonsense, "redirect"},
	} {
		t.Run(name, func(t *testing.T) {
			client, calls := provider(t, c.answer)
			header := http.Header{"Idempotency-Key": {"k"}}
			u := client.URL("/path", url.Values{"phone": {"15400000011"}})
			_, err := client.Do(t.Context(), outbound.Request{Method: http.MethodPut, URL: u, Header: header, Body: []byte("body")})
			var e *domain.Error
			if !errors.As(err, &e) || e.Code != c.want || e.Args[0] != "sms" || e.Args[1] != c.detail {
				t.Fatalf("got %v", err)
			}
			if strings.Contains(err.Error(), "15400000011") {
				t.Errorf("the error shows the phone: %v", err)
			}
			if n := calls.Load(); n != 1 {
				t.Errorf("the provider was asked %d times", n)
			}
		})
	}
}

func TestNobodyListens(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	client, err := outbound.New(outbound.Options{Provider: "tsa", BaseURL: server.URL})
	if err != nil {
		t.Fatal(err)
	}
	_, err = client.Do(t.Context(), outbound.Request{Method: http.MethodGet, URL: client.URL("", nil)})
	if domain.CodeOf(err) != domain.CodeProviderDown {
		t.Error(err)
	}
}

// The engine tells its own shutdown from a provider's silence.
func TestCancelledIsStillSeen(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	client, _ := provider(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	_, err := client.Do(ctx, outbound.Request{Method: http.MethodGet, URL: client.URL("", nil)})
	if domain.CodeOf(err) != domain.CodeProviderDown || !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestAddresses(t *testing.T) {
	for address, good := range map[string]bool{
		"https://procurement.example.edu":      true,
		"https://procurement.example.edu/base": true,
		"http://127.0.0.1:8080":                true,
		"http://[::1]:8080":                    true,
		"http://localhost:8080":                true,
		"http://procurement.example.edu":       false,
		"http://127.0.0.1.example.edu":         false,
		"ftp://127.0.0.1":                      false,
		"https://user:secret@example.edu":      false,
		"https://example.edu/?a=b":             false,
		"//example.edu":                        false,
		"":                                     false,
		"https://:443":                         false,
	} {
		_, err := outbound.New(outbound.Options{Provider: "sms", BaseURL: address})
		if (err == nil) != good {
			t.Errorf("%s: %v", address, err)
		}
		if err != nil && (domain.CodeOf(err) != domain.CodeConfig || strings.Contains(err.Error(), "secret")) {
			t.Errorf("%s: %v", address, err)
		}
	}
	if _, err := outbound.New(outbound.Options{BaseURL: "http://example.edu", PlainHTTP: true}); err != nil {
		t.Errorf("http was allowed: %v", err)
	}
}

func TestURLKeepsSegmentsAndBase(t *testing.T) {
	client, err := outbound.New(outbound.Options{BaseURL: "https://example.edu/base/"})
	if err != nil {
		t.Fatal(err)
	}
	if got := client.URL("/api/"+url.PathEscape("HT/1 é"), url.Values{"q": {"a b"}}).String(); got != "https://example.edu/base/api/HT%2F1%20%C3%A9?q=a%20b" {
		t.Error(got)
	}
}

// A provider's code is repeated only when it is an identifier: anything else could hold a name or a phone.
func TestRefusalsRepeatIdentifiersOnly(t *testing.T) {
	client, _ := provider(t, func(http.ResponseWriter, *http.Request) {})
	if err := client.Refused("isv.MOBILE_NUMBER_ILLEGAL"); domain.CodeOf(err) != domain.CodeProviderRefused ||
		err.Error() != "provider_refused: sms: isv.MOBILE_NUMBER_ILLEGAL" {
		t.Error(err)
	}
	for _, code := range []string{"", "15400000011", "王样例", "a b", strings.Repeat("a", 65)} {
		if err := client.Refused(code); domain.CodeOf(err) != domain.CodeProviderNonsense || (code != "" && strings.Contains(err.Error(), code)) {
			t.Errorf("%q: %v", code, err)
		}
	}
}

func FuzzJSON(f *testing.F) {
	f.Add("application/json", []byte(`{"code":"x"}`))
	f.Add("application/problem+json; charset=utf-8", []byte(`{"code":1}`))
	f.Add("text/html", []byte(`<html>`))
	f.Add("", []byte(`{} {}`))
	client, err := outbound.New(outbound.Options{Provider: "sms", BaseURL: "https://example.edu"})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, kind string, body []byte) {
		a := outbound.Answer{Status: 400, Header: http.Header{"Content-Type": {kind}}, Body: body}
		a.Problem()
		var v map[string]any
		if err := client.JSON(a, &v); err != nil && domain.CodeOf(err) != domain.CodeProviderNonsense {
			t.Fatal(err)
		}
	})
}
