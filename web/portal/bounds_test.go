package portal_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

// TestAnAddressCannotAskWithoutEnd: whoever asks from one address far more often than people do is told to wait;
// others are answered, and so is he after a while.
func TestAnAddressCannotAskWithoutEnd(t *testing.T) {
	h := newHouse(t)
	ask := func(from string) *httptest.ResponseRecorder {
		req := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/login", nil)
		req.RemoteAddr = from
		answer := httptest.NewRecorder()
		h.server.Config.Handler.ServeHTTP(answer, req)
		return answer
	}
	asked, got := 0, ask("192.0.2.7:40000")
	for ; got.Code == http.StatusOK; got = ask("192.0.2.7:40001") {
		if asked++; asked > 5000 {
			t.Fatal("one address is answered without end")
		}
	}
	if asked < 100 {
		t.Errorf("%d pages are few for a campus behind one address", asked)
	}
	if got.Code != http.StatusTooManyRequests || got.Header().Get("Retry-After") == "" || !strings.Contains(got.Body.String(), "访问过于频繁") {
		t.Errorf("%d %s", got.Code, got.Body)
	}
	if got := ask("192.0.2.8:40000"); got.Code != http.StatusOK {
		t.Errorf("another address: %d", got.Code)
	}
	h.later(10 * time.Second)
	if got := ask("192.0.2.7:40002"); got.Code != http.StatusOK {
		t.Errorf("after a while: %d", got.Code)
	}
}

// TestAPhoneIsNotSentCodesWithoutEnd: not by logging in again and again either.
func TestAPhoneIsNotSentCodesWithoutEnd(t *testing.T) {
	h := newHouse(t)
	h.offer("HT-1", cast.Companies()[1])
	p := h.phone(cast.Companies()[1].Representative)
	for range 40 {
		p.get("/login").submit("login", map[string]string{"phone": p.who.Phone}).wants(http.StatusOK, "code")
		h.later(61 * time.Second)
	}
	h.work()
	if n := h.outside.count(p.who.Phone, domain.MessageCode); n > 38 || n < 10 {
		t.Errorf("%d codes in 40 minutes", n)
	}
}

// TestWhatIsSentHasBounds: a form, a form with files where none belong, photos together, and one photo.
func TestWhatIsSentHasBounds(t *testing.T) {
	h, p := verifying(t, cast.Companies()[0])
	token := attribute(p.page.find("input", "name", "csrf"), "value")
	p.post("/verify/identity", url.Values{"csrf": {token}, "name": {strings.Repeat("x", 2<<20)}}).wants(http.StatusRequestEntityTooLarge, "error")
	big := bytes.Repeat([]byte("x"), 2<<20)
	p.get("/c/HT-1/refuse").upload("refuse", nil, map[string][]byte{"reason": big}).wants(http.StatusRequestEntityTooLarge, "error")

	p.get("/verify/identity").state().follow("method-manual").wants(http.StatusOK, "photos")
	agreed := map[string]string{"consent": "yes"}
	huge := append(picture(t), make([]byte, 11<<20)...)
	p.upload("photos", agreed, map[string][]byte{"front": huge, "held": picture(t)}).wants(http.StatusRequestEntityTooLarge, "photos")
	if p.page.problem() != string(domain.CodePhotoTooBig) {
		t.Errorf("problem %s", p.page.problem())
	}
	p.upload("photos", agreed, map[string][]byte{"front": huge, "held": append(huge, make([]byte, 5<<20)...)}).wants(http.StatusRequestEntityTooLarge, "error")
	p.get("/verify/photos").wants(http.StatusOK, "photos")
	open, err := h.office.Reviews(t.Context(), domain.Claimed("li"), []domain.ReviewState{domain.ReviewOpen}, 0)
	if h.must(err); len(open) != 0 {
		t.Error("a review was opened")
	}
}
