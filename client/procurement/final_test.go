package procurement_test

import (
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

// An empty slot is an answer; anything else that is no receipt is an error.
func TestFinalReceiptTellsAnEmptySlotFromAFailure(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch no, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/api/v1/contracts/"), "/"); no {
		case "HT-1":
			problems.Answer(w, http.StatusOK, map[string]any{
				"slot": domain.FinalSlot, "receipt": "R-1", "sha256": strings.Repeat("a", 64), "size": 7, "received_at": "2026-03-02T01:00:00Z",
			})
		case "HT-2":
			problems.Refuse(w, http.StatusNotFound, "final_unknown", "there is no final yet")
		case "HT-3":
			problems.Refuse(w, http.StatusForbidden, "key_unknown", "who are you")
		default:
			problems.Answer(w, http.StatusOK, map[string]any{"slot": domain.FinalSlot})
		}
	}))
	defer server.Close()
	c, err := procurement.New(campus.Options{BaseURL: server.URL, KeyID: "k", Secret: "s", Now: time.Now, Rand: rand.Reader}, 50)
	if err != nil {
		t.Fatal(err)
	}
	for no, want := range map[string]struct {
		found bool
		code  domain.Code
	}{
		"HT-1": {true, ""}, "HT-2": {false, ""}, "HT-3": {false, domain.CodeProviderRefused}, "HT-4": {false, domain.CodeProviderNonsense},
	} {
		r, found, err := c.FinalReceipt(t.Context(), no)
		if found != want.found || domain.CodeOf(err) != want.code || found && r.Number != "R-1" {
			t.Errorf("%s: %+v, %v, %v", no, r, found, err)
		}
	}
}
