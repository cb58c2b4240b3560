package api_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/campus"
	"campus.example/sealdesk/web/api"
)

type finals map[string][]byte

func (f finals) FetchFinal(_ context.Context, _ domain.Caller, no string) ([]byte, string, error) {
	switch no {
	case "HT-open":
		return nil, "", domain.Fail(domain.CodeWrongStage, no, domain.StageBSigning, domain.StageDone)
	case "HT-broken":
		return nil, "", errors.New("disk")
	case "HT-other":
		return []byte("x"), strings.Repeat("0", 64), nil
	}
	pdf, ok := f[no]
	if !ok {
		return nil, "", domain.Fail(domain.CodeNotFound, no)
	}
	sum := sha256.Sum256(pdf)
	return pdf, hex.EncodeToString(sum[:]), nil
}

type caller struct {
	t      *testing.T
	server *httptest.Server
	key    campus.Key
	now    time.Time
	secret func() (string, error)
}

func newCaller(t *testing.T) *caller {
	t.Helper()
	c := &caller{t: t, key: campus.Key{ID: "procurement", Secret: "s3cret"}, now: time.Unix(1_700_000_000, 0)}
	c.secret = func() (string, error) { return "s3cret", nil }
	c.server = httptest.NewServer(api.New(api.Options{
		Office: finals{"HT-1": []byte("%PDF final"), "合同-1": []byte("%PDF 中文")}, KeyID: "procurement",
		Secret: func() (string, error) { return c.secret() }, Now: func() time.Time { return c.now }, Log: slog.New(slog.DiscardHandler),
	}))
	t.Cleanup(c.server.Close)
	return c
}

// request makes a signed request, with its signature by the other side's own code.
func (c *caller) request(method, path, nonce string, body []byte) *http.Request {
	c.t.Helper()
	req, err := http.NewRequestWithContext(c.t.Context(), method, c.server.URL+path, bytes.NewReader(body))
	if err == nil {
		err = campus.Sign(req, c.key, c.now, nonce)
	}
	if err != nil {
		c.t.Fatal(err)
	}
	return req
}

func (c *caller) send(req *http.Request) (status int, code string, body []byte, head http.Header) {
	c.t.Helper()
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		c.t.Fatal(err)
	}
	body, err = io.ReadAll(resp.Body)
	if err = errors.Join(err, resp.Body.Close()); err != nil {
		c.t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		var p struct{ Code, Detail string }
		if err := json.Unmarshal(body, &p); err != nil || p.Code == "" || p.Detail == "" {
			c.t.Fatalf("%d %s: %v", resp.StatusCode, body, err)
		}
		code = p.Code
	}
	return resp.StatusCode, code, body, resp.Header
}

func TestTheFinalIsFetchedWithItsHash(t *testing.T) {
	c := newCaller(t)
	for path, want := range map[string]string{"/api/v1/contracts/HT-1/final": "%PDF final", "/api/v1/contracts/%E5%90%88%E5%90%8C-1/final": "%PDF 中文"} {
		status, _, body, head := c.send(c.request(http.MethodGet, path, "n-"+path, nil))
		sum := sha256.Sum256([]byte(want))
		if status != http.StatusOK || string(body) != want || head.Get("X-Content-SHA256") != hex.EncodeToString(sum[:]) {
			t.Errorf("%s: %d %s %v", path, status, body, head)
		}
	}
	for no, want := range map[string]int{
		"HT-9": http.StatusNotFound, "HT-open": http.StatusConflict, "HT-broken": http.StatusInternalServerError, "HT-other": http.StatusInternalServerError,
	} {
		if status, _, _, _ := c.send(c.request(http.MethodGet, "/api/v1/contracts/"+no+"/final", "n-"+no, nil)); status != want {
			t.Errorf("%s: %d, want %d", no, status, want)
		}
	}
}

func TestOnlySignedRequestsPassAndOnce(t *testing.T) {
	const path = "/api/v1/contracts/HT-1/final"
	c := newCaller(t)
	change := map[string]func(*http.Request){
		"signature_missing": func(r *http.Request) { r.Header.Del("X-Signature") },
		"signature_wrong":   func(r *http.Request) { r.URL.RawQuery = "a=1" },
		"key_unknown":       func(r *http.Request) { r.Header.Set("X-Key", "other") },
		"timestamp_invalid": func(r *http.Request) { r.Header.Set("X-Timestamp", "soon") },
		"timestamp_skewed":  func(r *http.Request) { r.Header.Set("X-Timestamp", "1699999000") },
	}
	for want, how := range change {
		req := c.request(http.MethodGet, path, "n-"+want, nil)
		how(req)
		if status, code, _, _ := c.send(req); status != http.StatusUnauthorized || code != want {
			t.Errorf("%s: %d %s", want, status, code)
		}
	}
	body := c.request(http.MethodGet, path, "n-body", []byte("{}"))
	body.Body, body.ContentLength = io.NopCloser(strings.NewReader("[]")), 2
	if status, code, _, _ := c.send(body); status != http.StatusUnauthorized || code != "signature_wrong" {
		t.Errorf("another body: %d %s", status, code)
	}
	// A nonce of a refused request is not burnt; a used one is.
	for i, want := range []int{http.StatusOK, http.StatusUnauthorized} {
		if status, code, _, _ := c.send(c.request(http.MethodGet, path, "n-signature_wrong", nil)); status != want {
			t.Errorf("time %d: %d %s", i+1, status, code)
		}
	}
	c.now = c.now.Add(11 * time.Minute)
	if status, _, _, _ := c.send(c.request(http.MethodGet, path, "n-signature_wrong", nil)); status != http.StatusOK {
		t.Errorf("a nonce forgotten with its time: %d", status)
	}
	c.secret = func() (string, error) { return "rotated", nil }
	if status, _, _, _ := c.send(c.request(http.MethodGet, path, "n-old", nil)); status != http.StatusUnauthorized {
		t.Errorf("the old secret: %d", status)
	}
	c.key.Secret = "rotated"
	if status, _, _, _ := c.send(c.request(http.MethodGet, path, "n-new", nil)); status != http.StatusOK {
		t.Errorf("the new secret: %d", status)
	}
	c.secret = func() (string, error) { return "", errors.New("no such file") }
	if status, _, _, _ := c.send(c.request(http.MethodGet, path, "n-none", nil)); status != http.StatusInternalServerError {
		t.Errorf("no secret: %d", status)
	}
	c.secret = func() (string, error) { return "", nil }
	c.key.Secret = ""
	if status, _, _, _ := c.send(c.request(http.MethodGet, path, "n-empty", nil)); status != http.StatusUnauthorized {
		t.Errorf("an empty secret: %d", status)
	}
}
