package sms_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestPhoneMayWaitForItsMessage(t *testing.T) {
	b := open(t)
	answers := make(chan string, 1)
	go func() {
		w := httptest.NewRecorder()
		b.srv.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/phones/15400000012/messages?after=0&wait=30s", nil))
		answers <- w.Body.String()
	}()
	// A message for somebody else does not end the wait with an empty answer.
	for _, phone := range []string{"15400000013", "15400000012"} {
		if code, said := b.call("SendSms", link(phone, "out-"+phone)); code != 200 || said["Code"] != "OK" {
			t.Fatal(code, said)
		}
	}
	select {
	case said := <-answers:
		if !strings.Contains(said, "/s/") {
			t.Error(said)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the message came and nobody was told")
	}
}

func TestWaitEndsWithItsTimeOrItsCaller(t *testing.T) {
	b := open(t)
	w := httptest.NewRecorder()
	b.srv.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/phones/15400000012/messages?wait=10ms", nil))
	if w.Code != 200 || !strings.Contains(w.Body.String(), `"messages":[]`) {
		t.Error(w.Code, w.Body)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	w = httptest.NewRecorder()
	b.srv.Handler().ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, "/phones/15400000012/messages?wait=30s", nil))
	if w.Code != 200 {
		t.Error(w.Code, w.Body)
	}
	for _, bad := range []string{"wait=31s", "wait=x", "after=x"} {
		w = httptest.NewRecorder()
		b.srv.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/phones/15400000012/messages?"+bad, nil))
		if w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", bad, w.Code)
		}
	}
}
