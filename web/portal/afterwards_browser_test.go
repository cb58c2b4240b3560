package portal_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

// TestABrowserSealsByAuthorityAndKeepsTheFinal: an authorised person shows letter and seal, waits for the review desk,
// seals, is told what comes next, and after the office has sealed takes the final home.
func TestABrowserSealsByAuthorityAndKeepsTheFinal(t *testing.T) {
	const no = "HT-2026-0199"
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer(no, company, titled)
	b := h.chromium(company.Representative)
	b.enter()
	b.at("verify-first")
	b.press("verify")
	b.state()
	b.byCard()
	b.at("passed")
	b.press("go-on")
	b.signs()
	b.at("seal")
	b.press("company")
	b.at("company")
	letter, seal := filepath.Join(t.TempDir(), "letter.pdf"), filepath.Join(t.TempDir(), "seal.png")
	h.must(os.WriteFile(letter, []byte("%PDF-1.7 letter"), 0o600))
	h.must(os.WriteFile(seal, sealOnPaper(t), 0o600))
	b.run(chromedp.SetUploadFiles(chromedp.CSS("#letter"), []string{letter}), chromedp.SetUploadFiles(chromedp.CSS("#picture"), []string{seal}))
	b.tick("company", "consent", "yes")
	b.top()
	b.shot("company")
	b.press("company")
	b.at("seal-review")
	b.shot("seal-review")
	for _, kind := range []domain.ReviewKind{domain.ReviewAuthority, domain.ReviewSeal} {
		h.judge(kind, func(id string) error { return h.office.ApproveReview(t.Context(), domain.Claimed("li"), id, "") })
	}
	b.open("/c/" + no)
	b.at("seal")
	b.seen(".seal img")
	b.tick("seal", "consent", "yes")
	b.run(chromedp.ScrollIntoView(chromedp.CSS("#seal")))
	b.shot("seal-own")
	b.press("seal")
	b.at("running")
	h.work()
	b.at("waiting")
	if next := eval[string](b, `document.querySelector('[role=status]').textContent`); !strings.Contains(next, "甲方签字") {
		t.Errorf("what comes next is not said: %s", next)
	}
	h.finish(no)
	b.open("/c/" + no)
	b.at("done")
	b.shot("contract-done")
	got := eval[string](b, `fetch(document.querySelector('a[data-act="document"]').href).then((r) => r.text())`)
	if !strings.HasPrefix(got, "%PDF") || strings.Count(got, "signed") != 4 {
		t.Errorf("the final is not what four acts made: %q", got)
	}
	b.press("leave")
	b.at("no-link")
	b.shot("left")
}

// finish lets Party A's performer and the office do their part.
func (h *house) finish(no string) {
	h.t.Helper()
	a := h.phone(cast.Departments()[0].Performer)
	a.enter()
	a.verify().follow("go-on").sign().wants(http.StatusOK, "running")
	h.work()
	s := h.logged(cast.Duty())
	s.verify()
	_, _, err := h.office.Seal(h.t.Context(), domain.Claimed("li"), no, nil)
	h.must(err)
	h.work()
}

// TestABrowserIsToldWhatIsWrong: another name than the contract's, a session that is over, a page that is not there.
func TestABrowserIsToldWhatIsWrong(t *testing.T) {
	const no = "HT-2026-0200"
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer(no, company, titled, func(o *domain.Offer) { o.PersonB = "样例人" })
	b := h.chromium(company.Representative)
	b.enter()
	b.at("verify-first")
	b.press("verify")
	b.state()
	b.open("/verify/phone")
	b.at("phone")
	b.shot("phone-start")
	b.open("/verify/method")
	b.byCard()
	b.at("passed")
	b.shot("result-name-differs")
	b.open("/c/" + no)
	b.at("blocked")
	b.shot("contract-blocked")
	b.open("/me")
	b.at("me")
	b.shot("me")
	b.open("/c/HT-0000")
	b.at("error")
	b.shot("not-found")
	h.later(24 * time.Hour)
	b.open("/home")
	b.at("error")
	b.shot("session-over")
	b.open("/")
	b.at("no-link")
	b.shot("entry-no-link")
	b.press("login")
	b.at("login")
	b.shot("login")
}
