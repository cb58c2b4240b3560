package campus_test

import (
	"crypto/rand"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"campus.example/sealdesk/client/campus"
	sandbox "campus.example/sealdesk/sandbox/campus"
)

// The other side, which has its own code, takes what this side signs, with and without a path in the base address.
func TestOtherSideTakesTheSignature(t *testing.T) {
	gate := sandbox.NewGate(time.Now, sandbox.Key{ID: "office", Secret: "secret"})
	server := httptest.NewServer(gate.Wrap(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		if _, err := w.Write([]byte("{}")); err != nil {
			t.Error(err)
		}
	})))
	t.Cleanup(server.Close)
	for _, base := range []string{server.URL, server.URL + "/", server.URL + "/gateway", server.URL + "/gateway/"} {
		c, err := campus.New(campus.Options{
			Provider: "procurement", BaseURL: base, KeyID: "office", Secret: "secret", Now: time.Now, Rand: rand.Reader,
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range []campus.Request{
			{Method: http.MethodGet, Path: "/api/v1/contracts", Query: url.Values{"cursor": {""}, "q": {"一 二+三"}}},
			{Method: http.MethodPost, Path: "/api/v1/contracts/HT%2F1/intake", Body: []byte("{}"), Kind: "application/json"},
			{Method: http.MethodGet},
		} {
			if _, err := c.Call(t.Context(), r); err != nil {
				t.Errorf("%s %s: %v", base, r.Path, err)
			}
		}
	}
}
