package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/sandbox/tsa"
)

// Whatever an authority does wrong, nothing is written, and one sentence says so.
func TestSealFileWithFaultyAuthorities(t *testing.T) {
	b := newBench(t)
	stand := func(clock func() time.Time) http.Handler {
		s, err := tsa.New(tsa.Options{State: t.TempDir(), Clock: clock})
		if err != nil {
			t.Fatal(err)
		}
		return s.Handler()
	}
	good := stand(time.Now)
	var first *httptest.ResponseRecorder // what a stuck authority says to everybody
	for name, serve := range map[string]http.HandlerFunc{
		"garbage": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/timestamp-reply")
			_, _ = w.Write([]byte("<html>sorry</html>"))
		},
		"500":            func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) },
		"hangs up":       func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"a year ago":     stand(func() time.Time { return time.Now().AddDate(-1, 0, 0) }).ServeHTTP,
		"a year to come": stand(func() time.Time { return time.Now().AddDate(1, 0, 0) }).ServeHTTP,
		"imprint and nonce of another": func(w http.ResponseWriter, r *http.Request) {
			if first == nil {
				first = httptest.NewRecorder()
				good.ServeHTTP(first, r)
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
			w.Header().Set("Content-Type", first.Header().Get("Content-Type"))
			_, _ = w.Write(first.Body.Bytes())
		},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(serve)
			defer server.Close()
			args := append([]string{"@in.pdf", "-o", "@out.pdf", "--at", "page=1,x=300,y=300", "--tsa", server.URL + "/tsa"}, byP12...)
			for _, reason := range []string{"first", "second"} { // or both would be one signature, made again
				const before = "what stood there"
				b.put("out.pdf", []byte(before))
				stderr, code := b.seal(append(args, "--reason", reason)...)
				after, err := os.ReadFile(b.path("out.pdf"))
				if code != 3 || err != nil || string(after) != before || strings.Count(strings.TrimSpace(stderr), "\n") != 0 || len(stderr) < 10 {
					t.Errorf("exit %d; %d bytes, %v: %s", code, len(after), err, stderr)
				}
			}
		})
	}
}
