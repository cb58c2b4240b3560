package procurement_test

import (
	"bytes"
	"crypto/rand"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/client/campus"
	"campus.example/sealdesk/client/procurement"
	"campus.example/sealdesk/domain"
	problems "campus.example/sealdesk/sandbox/campus"
)

func client(t *testing.T, h http.HandlerFunc, maxMB int) *procurement.Campus {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	c, err := procurement.New(campus.Options{BaseURL: server.URL, KeyID: "k", Secret: "s", Now: time.Now, Rand: rand.Reader}, maxMB)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// put writes an answer whose reader may have read enough.
func put(w http.ResponseWriter, b []byte) {
	if _, err := w.Write(b); err != nil {
		return
	}
}

// WRK-1: an item that is no contract is listed with its refusal, between good ones, and names its place and hash.
func TestBadItemsAreListedWithTheirRefusal(t *testing.T) {
	const list = `{"contracts":[{"no":"HT-1","amount":17},"HT-2",{"id":"item-3","title":"x"},null,{"no":"HT-5","party_b":[]}],"next_cursor":"c"}`
	c := client(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		put(w, []byte(list))
	}, 1)
	items, next, err := c.Approved(t.Context(), "")
	if err != nil || next != "c" || len(items) != 5 {
		t.Fatalf("%+v, %q, %v", items, next, err)
	}
	for i, want := range []domain.Code{"", domain.CodeOfferUnreadable, domain.CodeNoEmpty, domain.CodeOfferUnreadable, ""} {
		if items[i].Index != i || domain.CodeOf(items[i].Refusal) != want || len(items[i].SHA256) != 64 {
			t.Errorf("%d: %+v", i, items[i])
		}
	}
	if items[0].Offer.Amount != "17" || items[2].ID != "item-3" || items[4].Offer.No != "HT-5" {
		t.Errorf("%+v", items)
	}
}

// WRK-1: what concerns one document is told from trouble with the whole system.
func TestDocumentErrorsTellItemFromSystem(t *testing.T) {
	big := append([]byte("%PDF-"), bytes.Repeat([]byte{' '}, 1<<20)...)
	for name, c := range map[string]struct {
		answer http.HandlerFunc
		code   domain.Code
		detail string
	}{
		"there": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/octet-stream")
			put(w, []byte("%PDF-1.7"))
		}, "", ""},
		"not found":      {http.NotFound, domain.CodeDocumentRefused, "HTTP 404"},
		"unknown number": {func(w http.ResponseWriter, _ *http.Request) { problems.Refuse(w, 404, "contract_unknown", "") }, domain.CodeDocumentRefused, "contract_unknown"},
		"gone":           {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(410) }, domain.CodeDocumentRefused, "HTTP 410"},
		"a page":         {func(w http.ResponseWriter, _ *http.Request) { put(w, []byte("<html>")) }, domain.CodeDocNotPDF, ""},
		"too large": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/pdf")
			put(w, big)
		}, domain.CodeDocTooBig, ""},
		"our key": {func(w http.ResponseWriter, _ *http.Request) { problems.Refuse(w, 401, "key_unknown", "") }, domain.CodeProviderRefused, ""},
		"down":    {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }, domain.CodeProviderDown, ""},
		"elsewhere": {func(w http.ResponseWriter, _ *http.Request) {
			http.Redirect(w, httptest.NewRequest("GET", "/", nil), "/login", http.StatusFound)
		}, domain.CodeProviderNonsense, ""},
	} {
		_, err := client(t, c.answer, 1).Document(t.Context(), "HT-1")
		if domain.CodeOf(err) != c.code || c.detail != "" && !strings.Contains(err.Error(), strings.TrimPrefix(c.detail, "HTTP ")) {
			t.Errorf("%s: %v, want %q", name, err, c.code)
		}
	}
	if _, err := client(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/pdf")
		put(w, big)
	}, 2).Document(t.Context(), "HT-1"); err != nil {
		t.Errorf("within a larger limit: %v", err)
	}
}

// A system that does not know the address for problems is no failure.
func TestProblemsMayBeUnheard(t *testing.T) {
	for status, want := range map[int]bool{200: true, 404: false, 405: false} {
		heard, err := client(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }, 1).Problem(t.Context(), domain.IntakeProblem{Code: "no_empty"})
		if heard != want || err != nil {
			t.Errorf("%d: %v, %v", status, heard, err)
		}
	}
	if _, err := client(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }, 1).Problem(t.Context(), domain.IntakeProblem{}); domain.CodeOf(err) != domain.CodeProviderDown {
		t.Error(err)
	}
}
