package faults_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/sandbox/faults"
)

func TestFaults(t *testing.T) {
	var k faults.Knob
	done := 0
	srv := httptest.NewServer(k.Wrap(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		done++
		w.WriteHeader(http.StatusAccepted)
	})))
	defer srv.Close()

	get := func() (int, string, error) {
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, srv.URL, nil)
		if err != nil {
			return 0, "", err
		}
		resp, err := srv.Client().Do(req)
		if err != nil {
			return 0, "", err
		}
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			return 0, "", err
		}
		return resp.StatusCode, string(body), resp.Body.Close()
	}

	set := func(body string, want int) {
		t.Helper()
		w := httptest.NewRecorder()
		k.ServeHTTP(w, httptest.NewRequest("POST", "/faults", strings.NewReader(body)))
		if w.Code != want {
			t.Fatalf("%s: %d", body, w.Code)
		}
	}
	set(`{"mode":"500","count":2}`, 204)
	for range 2 {
		if code, _, err := get(); err != nil || code != 500 {
			t.Fatal(code, err)
		}
	}
	if code, _, err := get(); err != nil || code != 202 || done != 1 {
		t.Fatal("the fault outlived its count", code, err, done)
	}
	set(`{"mode":"nonsense"}`, 204)
	if code, body, err := get(); err != nil || code != 200 || !strings.Contains(body, "<html>") || done != 1 {
		t.Fatal(code, body, err)
	}
	set(`{"mode":"busy"}`, 204)
	if code, _, err := get(); err != nil || code != 503 || done != 1 {
		t.Fatal(code, err)
	}
	set(`{"mode":"accept_then_reset"}`, 204)
	if code, _, err := get(); err == nil || done != 2 {
		t.Fatalf("code %d, err %v, done %d: the work must be done and the answer lost", code, err, done)
	}
	set(`{"mode":"melt"}`, 400)
	set(`{"mode":"500","count":-1}`, 400)
}
