package campus_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"campus.example/sealdesk/sandbox/campus"
)

var noon = time.Date(2026, 3, 2, 4, 0, 0, 0, time.UTC)

func key() campus.Key { return campus.Key{ID: "office", Secret: "a secret of the test"} }

func gate(now func() time.Time) http.Handler {
	return campus.NewGate(now, key()).Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			campus.Refuse(w, 500, "unreadable", err.Error())
			return
		}
		campus.Answer(w, 200, map[string]string{"body": string(body)})
	}))
}

func signed(t *testing.T, method, target, body string, at time.Time, nonce string) *http.Request {
	t.Helper()
	req := httptest.NewRequest(method, target, strings.NewReader(body))
	if err := campus.Sign(req, key(), at, nonce); err != nil {
		t.Fatal(err)
	}
	return req
}

func ask(h http.Handler, req *http.Request) (int, campus.Problem) {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	var p campus.Problem
	if w.Code != http.StatusOK {
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
			p.Code = "no problem document: " + err.Error()
		}
	}
	return w.Code, p
}

func TestGateLetsSignedRequestsThrough(t *testing.T) {
	h := gate(func() time.Time { return noon })
	for i, target := range []string{"/a", "/a?b=2&a=1&a=0", "/%E5%90%88%E5%90%8C/x%2Fy?q=%E7%AB%A0+z"} {
		code, p := ask(h, signed(t, "POST", target, `{"x":1}`, noon.Add(-299*time.Second), fmt.Sprint("n", i)))
		if code != 200 {
			t.Errorf("%s: %d %s", target, code, p.Code)
		}
	}
}

func TestGateRefuses(t *testing.T) {
	cases := map[string]struct {
		want string
		spur func(*http.Request)
		at   time.Time
	}{
		"another body":   {"signature_wrong", func(r *http.Request) { r.Body = io.NopCloser(strings.NewReader("{}")) }, noon},
		"another method": {"signature_wrong", func(r *http.Request) { r.Method = "PUT" }, noon},
		"another path":   {"signature_wrong", func(r *http.Request) { r.URL.Path = "/b" }, noon},
		"another query":  {"signature_wrong", func(r *http.Request) { r.URL.RawQuery = "a=2" }, noon},
		"another nonce":  {"signature_wrong", func(r *http.Request) { r.Header.Set(campus.HeaderNonce, "m") }, noon},
		"upper-case hex": {"signature_wrong", func(r *http.Request) {
			r.Header.Set(campus.HeaderSignature, strings.ToUpper(r.Header.Get(campus.HeaderSignature)))
		}, noon},
		"a stranger":        {"key_unknown", func(r *http.Request) { r.Header.Set(campus.HeaderKey, "x") }, noon},
		"no signature":      {"signature_missing", func(r *http.Request) { r.Header.Del(campus.HeaderSignature) }, noon},
		"too old":           {"timestamp_skewed", func(*http.Request) {}, noon.Add(-301 * time.Second)},
		"from the future":   {"timestamp_skewed", func(*http.Request) {}, noon.Add(301 * time.Second)},
		"not a time at all": {"timestamp_invalid", func(r *http.Request) { r.Header.Set(campus.HeaderTimestamp, "noon") }, noon},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			req := signed(t, "POST", "/a?a=1", `{"x":1}`, c.at, "n")
			c.spur(req)
			code, p := ask(gate(func() time.Time { return noon }), req)
			if code != http.StatusUnauthorized || p.Code != c.want || p.Status != 401 {
				t.Fatalf("%d %+v, want 401 %s", code, p, c.want)
			}
		})
	}
}

func TestNonceServesOnce(t *testing.T) {
	now := noon
	h := gate(func() time.Time { return now })
	if code, p := ask(h, signed(t, "GET", "/a", "", noon, "n1")); code != 200 {
		t.Fatal(p)
	}
	now = now.Add(200 * time.Second)
	if code, p := ask(h, signed(t, "GET", "/a", "", noon, "n1")); code != 401 || p.Code != "nonce_used" {
		t.Fatal(code, p)
	}
	// A forged request does not burn the nonce of a real one.
	forged := signed(t, "GET", "/a", "", now, "n2")
	forged.Header.Set(campus.HeaderSignature, strings.Repeat("0", 64))
	if code, _ := ask(h, forged); code != 401 {
		t.Fatal("a forged signature passed")
	}
	if code, p := ask(h, signed(t, "GET", "/a", "", now, "n2")); code != 200 {
		t.Fatal(p)
	}
}

// Whatever one byte of a body is changed to, the gate notices.
func TestEveryByteCounts(t *testing.T) {
	h := gate(func() time.Time { return noon })
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		body := rapid.SliceOfN(rapid.Byte(), 1, 60).Draw(rt, "body")
		at := rapid.IntRange(0, len(body)-1).Draw(rt, "at")
		flip := rapid.ByteRange(1, 255).Draw(rt, "flip")
		n++
		req := signed(t, "PUT", "/a", string(body), noon, fmt.Sprint(n))
		other := append([]byte(nil), body...)
		other[at] ^= flip
		req.Body = io.NopCloser(strings.NewReader(string(other)))
		if code, _ := ask(h, req); code != 401 {
			rt.Fatalf("a changed body passed")
		}
	})
}
