package portal_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

// words are what a form of an act asks to agree to: every line of its consent, as it stands on the page.
func (p page) words(act string) string {
	form := p.find("form", "data-act", act)
	if form == nil {
		return ""
	}
	var lines []string
	for n := range form.Descendants() {
		for up := n.Parent; n.Data == "summary" || n.Data == "span" || n.Data == "p" && attribute(n, "class") == ""; up = up.Parent {
			if up == form {
				break
			}
			if attribute(up, "class") == "consent" {
				lines = append(lines, n.FirstChild.Data)
				break
			}
		}
	}
	return strings.Join(lines, "\n")
}

// TestG23EachConsentIsAskedAloneAndItsTextKept: identity data, face, card, photos, signing and authority are agreed to one
// by one; nothing happens without the tick, and the office can show later, word for word, what stood on the page.
func TestG23EachConsentIsAskedAloneAndItsTextKept(t *testing.T) {
	h, p := verifying(t, cast.Companies()[1])
	h.outside.answers = map[domain.Method][]domain.Outcome{
		domain.MethodFace: {domain.OutcomeMismatch}, domain.MethodBank: {domain.OutcomeMismatch},
	}
	var shown []string
	agree := func(kind, act string, fields map[string]string) *handset {
		t.Helper()
		words := p.page.words(act)
		if words == "" || slices.ContainsFunc(shown, func(s string) bool { return strings.HasSuffix(s, words) }) {
			t.Fatalf("%s asks for no agreement of its own: %q", act, words)
		}
		shown = append(shown, kind+": "+words)
		refused := p.page.state()
		if p.submit(act, fields); p.page.status != http.StatusUnprocessableEntity || p.page.problem() != string(domain.CodeConsentMissing) {
			t.Fatalf("%s without the tick: %d %s %s", act, p.page.status, p.page.state(), p.page.problem())
		}
		p.wants(http.StatusUnprocessableEntity, refused)
		fields["consent"] = "yes"
		return p.submit(act, fields)
	}
	agree("verify", "identity", map[string]string{"kind": p.who.DocKind, "name": p.who.Name, "number": p.who.DocNo}).wants(http.StatusOK, "method")
	p.get("/verify/face")
	agree("face", "face-consent", map[string]string{}).wants(http.StatusOK, "face-camera")
	p.follow("face-next").submit("face", nil).wants(http.StatusOK, "waiting")
	h.work()
	p.get("/verify/bank")
	agree("bank", "bank", map[string]string{"card": p.who.Card, "phone": p.who.Phone}).wants(http.StatusOK, "waiting")
	h.work()

	p.get("/verify/photos").wants(http.StatusOK, "photos")
	shown = append(shown, "photos: "+p.page.words("photos"))
	photo := picture(t)
	p.upload("photos", map[string]string{}, map[string][]byte{"front": photo, "held": photo}).wants(http.StatusUnprocessableEntity, "photos")
	p.upload("photos", map[string]string{"consent": "yes"}, map[string][]byte{"front": photo, "held": photo}).wants(http.StatusOK, "waiting")
	open, err := h.office.Reviews(t.Context(), domain.Claimed("li"), []domain.ReviewState{domain.ReviewOpen}, 0)
	h.must(err)
	h.must(h.office.ClaimReview(t.Context(), domain.Claimed("li"), open[0].ID))
	h.must(h.office.ApproveReview(t.Context(), domain.Claimed("li"), open[0].ID, ""))

	p.get("/c/HT-1").wants(http.StatusOK, "sign").submit("sign-code", nil)
	agree("sign", "sign", map[string]string{"code": p.code(), "typed": p.who.Name}).wants(http.StatusOK, "running")
	h.work()
	p.get("/c/HT-1").wants(http.StatusOK, "seal")
	agree("authority", "seal", map[string]string{"authority": "legal_representative"}).wants(http.StatusOK, "running")

	dossier, err := h.office.Contract(t.Context(), domain.Claimed("li"), "HT-1")
	h.must(err)
	var kept []string
	for _, a := range dossier.Agreed[domain.PartyB] {
		kept = append(kept, a.Kind+": "+a.Text)
	}
	if !slices.Equal(kept, shown) {
		t.Errorf("kept:\n%s\n\nshown:\n%s", strings.Join(kept, "\n\n"), strings.Join(shown, "\n\n"))
	}
}
