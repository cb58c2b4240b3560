package portal_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

// sealOnPaper is a picture of a red seal on white paper.
func sealOnPaper(t *testing.T) []byte {
	t.Helper()
	pic := image.NewRGBA(image.Rect(0, 0, 400, 400))
	for y := range 400 {
		for x := range 400 {
			c := color.RGBA{250, 250, 248, 255}
			if d := (x-200)*(x-200) + (y-200)*(y-200); d < 180*180 && d > 165*165 {
				c = color.RGBA{200, 20, 40, 255}
			}
			pic.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, pic); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// toSeal is a representative whose company is to seal.
func toSeal(t *testing.T, no string) (*house, *handset) {
	t.Helper()
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer(no, company)
	p := h.phone(company.Representative)
	p.enter()
	p.verify().follow("go-on").sign()
	h.work()
	return h, p.get("/c/"+no).wants(http.StatusOK, "seal")
}

func (h *house) judge(kind domain.ReviewKind, how func(id string) error) {
	h.t.Helper()
	list, err := h.office.Reviews(h.t.Context(), domain.Claimed("li"), []domain.ReviewState{domain.ReviewOpen}, 0)
	h.must(err)
	for _, r := range list {
		if r.Kind == kind {
			h.must(h.office.ClaimReview(h.t.Context(), domain.Claimed("li"), r.ID))
			h.must(how(r.ID))
			return
		}
	}
	h.t.Fatalf("no %s waits for a review", kind)
}

// TestCompanyShowsItsAuthorityOnce: an authorised person uploads the letter and the seal's picture, waits for the review
// desk, reads why a letter was refused, and seals; the next contract asks for nothing of it (G3, G4).
func TestCompanyShowsItsAuthorityOnce(t *testing.T) {
	h, p := toSeal(t, "HT-1")
	letter, seal, fields := []byte("%PDF-1.7 letter"), sealOnPaper(t), map[string]string{"authority": "authorised", "consent": "yes"}
	p.follow("company").wants(http.StatusOK, "company")
	p.upload("company", fields, nil).wants(http.StatusUnprocessableEntity, "company")
	p.upload("company", map[string]string{"authority": "authorised"}, map[string][]byte{"letter": letter}).wants(http.StatusUnprocessableEntity, "company")
	p.upload("company", fields, map[string][]byte{"letter": []byte("words")}).wants(http.StatusUnprocessableEntity, "company")
	p.upload("company", fields, map[string][]byte{"letter": letter, "picture": seal}).wants(http.StatusOK, "seal-review")
	p.get("/c/HT-1/company").wants(http.StatusOK, "seal-review")
	h.judge(domain.ReviewAuthority, func(id string) error {
		return h.office.RejectReview(t.Context(), domain.Claimed("li"), id, domain.ReasonLetterIncomplete, "")
	})
	h.judge(domain.ReviewSeal, func(id string) error { return h.office.ApproveReview(t.Context(), domain.Claimed("li"), id, "") })
	p.get("/c/HT-1").wants(http.StatusOK, "seal")
	if p.page.find("div", "data-reason", string(domain.ReasonLetterIncomplete)) == nil {
		t.Errorf("why the letter was refused is not told:\n%s", p.page.body)
	}
	p.follow("company").upload("company", fields, map[string][]byte{"letter": picture(t)}).wants(http.StatusOK, "seal-review")
	h.judge(domain.ReviewAuthority, func(id string) error { return h.office.ApproveReview(t.Context(), domain.Claimed("li"), id, "") })
	p.get("/c/HT-1").wants(http.StatusOK, "seal")
	if p.page.find("input", "name", "authority") != nil || p.page.find("img", "src", "/c/HT-1/seal.png") == nil {
		t.Errorf("what was approved is asked for again:\n%s", p.page.body)
	}
	p.submit("seal", map[string]string{"consent": "yes"}).wants(http.StatusOK, "running")
	h.work()
	if got := h.stage("HT-1"); got != domain.StageASigning {
		t.Fatal(got)
	}
	h.offer("HT-2", cast.Companies()[1])
	p.get("/c/HT-2").sign()
	h.work()
	p.get("/c/HT-2").submit("seal", map[string]string{"consent": "yes"}).wants(http.StatusOK, "running")

	pic, err := png.Decode(bytes.NewReader([]byte(p.get("/c/HT-2/seal.png").page.body)))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, paper := pic.At(200, 200).RGBA(); paper != 0 {
		t.Error("the paper of the seal covers the words below it")
	}
	if r, g, _, ink := pic.At(200, 28).RGBA(); ink < 0xf000 || r < 2*g {
		t.Error("the ink is gone")
	}
}

// TestLetterIsAskedForByRule: where the rule wants a letter, the page offers no declaration and leads to the upload; the legal
// representative's letter goes the way of every letter (no dead end).
func TestLetterIsAskedForByRule(t *testing.T) {
	h, p := toSeal(t, "HT-1")
	if p.page.find("input", "name", "authority") == nil {
		t.Fatal("a declaration is not offered by default")
	}
	h.rule(domain.RuleCompanyCheck, domain.CheckLetter)
	p.submit("seal", map[string]string{"consent": "yes", "authority": "legal_representative"}).wants(http.StatusUnprocessableEntity, "seal")
	p.get("/c/HT-1").wants(http.StatusOK, "seal")
	if p.page.find("input", "name", "authority") != nil || p.page.find("button", "class", "main") != nil {
		t.Errorf("the page still offers the declaration:\n%s", p.page.body)
	}
	fields := map[string]string{"authority": "legal_representative", "consent": "yes"}
	p.follow("company").wants(http.StatusOK, "company")
	p.upload("company", fields, map[string][]byte{"picture": sealOnPaper(t)}).wants(http.StatusUnprocessableEntity, "company")
	p.upload("company", fields, map[string][]byte{"letter": picture(t)}).wants(http.StatusOK, "seal-review")
	h.judge(domain.ReviewAuthority, func(id string) error { return h.office.ApproveReview(t.Context(), domain.Claimed("li"), id, "") })
	p.get("/c/HT-1").submit("seal", map[string]string{"consent": "yes"}).wants(http.StatusOK, "running")
	h.work()
	if got := h.stage("HT-1"); got != domain.StageASigning {
		t.Fatal(got)
	}
}

// TestConsentPromisesTheRulesDays: the text of the consent states how long photos are kept by the rule in force.
func TestConsentPromisesTheRulesDays(t *testing.T) {
	h, p := verifying(t, cast.Companies()[0])
	h.rule(domain.RulePhotoKeepDays, "77")
	p.get("/verify/identity").submit("identity", map[string]string{"kind": "passport", "name": p.who.Name, "number": "E12345678", "consent": "yes"})
	p.get("/verify/photos").wants(http.StatusOK, "photos")
	if !strings.Contains(p.page.body, "77 日") {
		t.Errorf("the days of the rule are not told:\n%s", p.page.body)
	}
}
