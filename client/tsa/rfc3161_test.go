package tsa_test

import (
	"bytes"
	"crypto"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/digitorus/timestamp"

	"campus.example/sealdesk/client/tsa"
	"campus.example/sealdesk/domain"
	authority "campus.example/sealdesk/sandbox/tsa"
)

func query(t *testing.T) []byte {
	t.Helper()
	der, err := timestamp.CreateRequest(bytes.NewReader([]byte("a signature")), &timestamp.RequestOptions{Hash: crypto.SHA256, Certificates: true})
	if err != nil {
		t.Fatal(err)
	}
	return der
}

// answered serves every question alike.
func answered(do http.HandlerFunc) func(*testing.T) http.Handler {
	return func(*testing.T) http.Handler { return do }
}

func said(kind string, body []byte) func(*testing.T) http.Handler {
	return answered(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		_, _ = w.Write(body)
	})
}

const reply = "application/timestamp-reply"

// Whatever an authority does, it is granted a token, down, refusing or talking nonsense, and nothing hangs.
func TestEveryAnswerHasItsCode(t *testing.T) {
	status := func(status timestamp.Status, failure timestamp.FailureInfo) []byte {
		der, err := timestamp.CreateErrorResponse(status, failure)
		if err != nil {
			t.Fatal(err)
		}
		return der
	}
	for name, c := range map[string]struct {
		serve func(*testing.T) http.Handler
		want  domain.Code
	}{
		"granted": {func(t *testing.T) http.Handler {
			s, err := authority.New(authority.Options{State: t.TempDir(), Clock: time.Now})
			if err != nil {
				t.Fatal(err)
			}
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				r.URL.Path = "/tsa"
				s.Handler().ServeHTTP(w, r)
			})
		}, ""},
		"500": {answered(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) }), domain.CodeProviderDown},
		"503": {answered(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) }), domain.CodeProviderDown},
		"404": {answered(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotFound) }), domain.CodeProviderRefused},
		"moved": {answered(func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/elsewhere", http.StatusTemporaryRedirect)
		}), domain.CodeProviderNonsense},
		"slow": {answered(func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }), domain.CodeProviderDown},
		"slow in the middle": {answered(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", reply)
			w.Header().Set("Content-Length", "4000")
			_, _ = w.Write([]byte{0x30})
			_ = http.NewResponseController(w).Flush()
			<-r.Context().Done()
		}), domain.CodeProviderDown},
		"hangs up":          {answered(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }), domain.CodeProviderDown},
		"garbage":           {said(reply, []byte("<html>sorry</html>")), domain.CodeProviderNonsense},
		"nothing":           {said(reply, nil), domain.CodeProviderNonsense},
		"without end":       {said(reply, bytes.Repeat([]byte{0x30}, 3<<20)), domain.CodeProviderNonsense},
		"a page instead":    {said("text/html", []byte("<html>log in</html>")), domain.CodeProviderNonsense},
		"granted, no token": {said(reply, []byte{0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x00}), domain.CodeProviderNonsense},
		"rejected":          {said(reply, status(timestamp.Rejection, timestamp.BadAlgorithm)), domain.CodeProviderRefused},
		"not now":           {said(reply, status(timestamp.Rejection, timestamp.TimeNotAvailable)), domain.CodeProviderDown},
		"waiting":           {said(reply, status(timestamp.Waiting, timestamp.SystemFailure)), domain.CodeProviderDown},
	} {
		t.Run(name, func(t *testing.T) {
			inner := c.serve(t)
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				// A server sees that the caller went away only once the question is read.
				body, err := io.ReadAll(r.Body)
				if err != nil {
					t.Error(err)
				}
				r.Body = io.NopCloser(bytes.NewReader(body))
				inner.ServeHTTP(w, r)
			}))
			defer server.Close()
			timeout := 20 * time.Second
			if name == "slow" || name == "slow in the middle" {
				timeout = 200 * time.Millisecond
			}
			a, err := tsa.New(tsa.Options{URL: server.URL, Timeout: timeout})
			if err != nil {
				t.Fatal(err)
			}
			token, err := a.Token(t.Context(), query(t))
			if domain.CodeOf(err) != c.want || (err == nil) != (len(token) > 0) {
				t.Errorf("%v, want %q", err, c.want)
			}
			t.Log(err)
		})
	}
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	a, err := tsa.New(tsa.Options{URL: server.URL})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Token(t.Context(), query(t)); domain.CodeOf(err) != domain.CodeProviderDown {
		t.Error("nobody there:", err)
	}
	if _, err := tsa.New(tsa.Options{URL: "nowhere"}); domain.CodeOf(err) != domain.CodeConfig {
		t.Error("no address:", err)
	}
}
