package portal_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

func picture(t *testing.T) []byte {
	t.Helper()
	im := image.NewRGBA(image.Rect(0, 0, 640, 480))
	for y := range 480 {
		for x := range 640 {
			c := color.RGBA{uint8(170 + y/12), uint8(180 + x/16), 200, 255}
			if x > 90 && x < 550 && y > 90 && y < 390 {
				c = color.RGBA{240, 238, 230, 255}
			}
			if x > 330 && x < 510 && y > 130 && y < 340 && y%40 < 10 || x > 130 && x < 280 && y > 130 && y < 320 {
				c = color.RGBA{110, 120, 140, 255}
			}
			im.SetRGBA(x, y, c)
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, im, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// verifying is a representative who has come in and stands before step 1.
func verifying(t *testing.T, company cast.Company) (*house, *handset) {
	t.Helper()
	h := newHouse(t)
	h.offer("HT-1", company)
	p := h.phone(company.Representative)
	p.enter().wants(http.StatusOK, "verify-first")
	return h, p.follow("verify").wants(http.StatusOK, "identity")
}

// ways lists what a result page offers.
func (p *handset) ways() string {
	var acts []string
	for n := range p.page.root.Descendants() {
		if n.Data == "a" && attribute(n, "data-act") != "" && strings.Contains(attribute(n, "class"), "button") {
			acts = append(acts, attribute(n, "data-act"))
		}
	}
	return strings.Join(acts, " ")
}

func (p *handset) bank(card string) *handset {
	p.t.Helper()
	return p.submit("bank", map[string]string{"card": card, "phone": p.who.Phone, "consent": "yes"})
}

// TestEveryFailureHasItsWaysOut goes through S71, S75, S80 and S82: what each failure offers, no more and no less.
func TestEveryFailureHasItsWaysOut(t *testing.T) {
	h, p := verifying(t, cast.Companies()[1])
	h.outside.answers = map[domain.Method][]domain.Outcome{
		domain.MethodFace: {domain.OutcomeMismatch}, domain.MethodPhone: {domain.OutcomeNoRecord}, domain.MethodBank: {domain.OutcomeMismatch},
	}
	p.state().wants(http.StatusOK, "method")
	if p.page.find("a", "data-act", "method-manual") != nil {
		t.Error("manual review is open before anything failed")
	}
	p.get("/verify/photos").wants(http.StatusOK, "method")

	p.get("/verify/face").wants(http.StatusOK, "face").lookIn().wants(http.StatusOK, "waiting")
	h.work()
	p.get("/verify").wants(http.StatusOK, "failed")
	if got := p.ways(); got != "again other-method" {
		t.Errorf("after the face: %s", got)
	}
	p.follow("again").wants(http.StatusOK, "identity").state().wants(http.StatusOK, "method")

	p.submit("method-phone", nil).submit("phone-code", map[string]string{"code": p.code()}).wants(http.StatusOK, "waiting")
	h.work()
	p.get("/verify/result").wants(http.StatusOK, "failed")
	if got := p.ways(); got != "other-method" {
		t.Errorf("after the phone: %s", got)
	}
	p.follow("other-method").wants(http.StatusOK, "method")

	p.follow("method-bank").wants(http.StatusOK, "bank").bank("4111 1111 1111 1112").wants(http.StatusUnprocessableEntity, "bank")
	p.bank(p.who.Card).wants(http.StatusOK, "waiting")
	h.work()
	p.get("/verify/result").wants(http.StatusOK, "failed")
	if got := p.ways(); got != "again other-method" {
		t.Errorf("after the card: %s", got)
	}
	p.follow("other-method").wants(http.StatusOK, "method").follow("method-manual").wants(http.StatusOK, "photos")

	p.get("/verify/bank").bank(p.who.Card)
	h.work()
	p.get("/verify/result").wants(http.StatusOK, "passed").follow("go-on").wants(http.StatusOK, "sign")
	p.get("/verify/identity").wants(http.StatusOK, "passed")
	if q := h.outside.asked[2]; q.Card != p.who.Card || q.Name != p.who.Name || q.Number != p.who.DocNo || q.Phone.Clear() != p.who.Phone {
		t.Errorf("the bank was asked %+v", q)
	}
}

func TestAWrongPhoneCodeIsSaidAndFiveEndTheTry(t *testing.T) {
	h, p := verifying(t, cast.Companies()[1])
	p.state().submit("method-phone", nil).wants(http.StatusOK, "phone")
	right := p.code()
	wrong := map[string]string{"code": "000001"}
	if right == "000001" {
		wrong["code"] = "000002"
	}
	for range 5 {
		p.submit("phone-code", wrong).wants(http.StatusUnprocessableEntity, "phone")
		if p.page.problem() != string(domain.CodeCodeWrong) {
			t.Fatalf("problem %s", p.page.problem())
		}
	}
	p.submit("phone-code", map[string]string{"code": right}).wants(http.StatusOK, "failed")
	if len(h.outside.asked) != 0 {
		t.Error("the provider was asked without a right code")
	}
	if got := p.ways(); got != "other-method" {
		t.Errorf("ways: %s", got)
	}
}

func TestStepOneRefusesWhatCannotBe(t *testing.T) {
	_, p := verifying(t, cast.Companies()[1])
	for want, f := range map[domain.Code]map[string]string{
		domain.CodeDocNoInvalid:   {"number": "100000198503120129"},
		domain.CodeNameInvalid:    {"name": "赵<b>"},
		domain.CodeDocKindUnknown: {"kind": "membership"},
		domain.CodeConsentMissing: {"consent": ""},
	} {
		fields := map[string]string{"kind": p.who.DocKind, "name": p.who.Name, "number": p.who.DocNo, "consent": "yes"}
		for k, v := range f {
			fields[k] = v
		}
		p.submit("identity", fields).wants(http.StatusUnprocessableEntity, "identity")
		if got := p.page.problem(); got != string(want) {
			t.Errorf("%s: %s", want, got)
		}
	}
	if strings.Contains(p.page.body, "<b>赵") || strings.Contains(p.page.body, "赵<b>") {
		t.Error("what was typed is shown as markup")
	}
	for _, kind := range []string{"passport", "hk_macau_permit", "taiwan_permit", "hmt_residence", "foreigner_permanent", "外国人居留许可"} {
		if p.page.find("option", "value", kind) == nil {
			t.Errorf("%s is not offered", kind)
		}
	}
}

// TestAPassportMeansManualReview: refusal with its reason in plain words, one photo again, approval (S63, S85–S91, G11).
func TestAPassportMeansManualReview(t *testing.T) {
	h, p := verifying(t, cast.Companies()[0])
	p.state().wants(http.StatusOK, "method")
	for _, act := range []string{"method-face", "method-bank"} {
		if p.page.find("a", "data-act", act) != nil {
			t.Errorf("%s is offered to a passport", act)
		}
	}
	if p.page.find("form", "data-act", "method-phone") != nil {
		t.Error("the phone is offered to a passport")
	}
	csrf := attribute(p.page.find("input", "name", "csrf"), "value")
	for _, path := range []string{"/verify/phone", "/verify/face", "/verify/bank"} {
		p.post(path, url.Values{"csrf": {csrf}, "consent": {"yes"}, "card": {cast.BankCard(3)}, "phone": {p.who.Phone}}).wants(http.StatusOK, "method")
	}
	if len(h.outside.asked) != 0 || h.outside.count(p.who.Phone, domain.MessageCode) != 1 {
		t.Fatal("a method was begun that is not open")
	}
	photo := picture(t)
	p.follow("method-manual").wants(http.StatusOK, "photos")
	p.upload("photos", nil, map[string][]byte{"front": photo, "held": photo}).wants(http.StatusUnprocessableEntity, "photos")
	p.upload("photos", map[string]string{"consent": "yes"}, map[string][]byte{"front": photo}).wants(http.StatusUnprocessableEntity, "photos")
	heic := []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic")
	p.upload("photos", map[string]string{"consent": "yes"}, map[string][]byte{"front": heic, "held": photo}).wants(http.StatusUnprocessableEntity, "photos")
	if p.page.problem() != string(domain.CodePhotoHEIC) {
		t.Errorf("problem %s", p.page.problem())
	}
	p.upload("photos", map[string]string{"consent": "yes"}, map[string][]byte{"front": photo, "held": photo}).wants(http.StatusOK, "waiting")
	p.get("/verify/photos").wants(http.StatusOK, "waiting")
	h.later(31 * time.Minute)
	if p.enter(); p.page.state() != "verify-first" {
		t.Fatalf("back by the link: %s", p.page.state())
	}
	p.follow("verify").wants(http.StatusOK, "waiting")

	review := func(decide func(id string) error) {
		t.Helper()
		open, err := h.office.Reviews(t.Context(), domain.Claimed("li"), []domain.ReviewState{domain.ReviewOpen}, 0)
		h.must(err)
		if len(open) != 1 {
			t.Fatalf("%d reviews are open", len(open))
		}
		h.must(h.office.ClaimReview(t.Context(), domain.Claimed("li"), open[0].ID))
		h.must(decide(open[0].ID))
	}
	refuse := func(why domain.ReviewReason) func(string) error {
		return func(id string) error { return h.office.RejectReview(t.Context(), domain.Claimed("li"), id, why, "") }
	}
	review(refuse(domain.ReasonHeldUnreadable))
	p.get("/verify/result").wants(http.StatusOK, "refused")
	if p.page.find("div", "data-reason", string(domain.ReasonHeldUnreadable)) == nil || !strings.Contains(p.page.body, "手持证件照看不清") {
		t.Errorf("the reason is not told:\n%s", p.page.body)
	}
	p.follow("resubmit").wants(http.StatusOK, "photos")
	if p.page.find("input", "name", "front") != nil || p.page.find("input", "name", "held") == nil {
		t.Error("not only the named photo is asked for")
	}
	p.upload("photos", map[string]string{"consent": "yes"}, map[string][]byte{"held": photo}).wants(http.StatusOK, "waiting")
	review(refuse(domain.ReasonDataDiffers))
	p.get("/verify").wants(http.StatusOK, "refused")
	if got := p.ways(); got != "resubmit again" {
		t.Errorf("ways: %s", got)
	}
	p.follow("again").wants(http.StatusOK, "identity").state().wants(http.StatusOK, "method").follow("method-manual")
	p.upload("photos", map[string]string{"consent": "yes"}, map[string][]byte{"front": photo, "held": photo}).wants(http.StatusOK, "waiting")
	review(refuse(domain.ReasonSuspicious))
	if p.get("/verify").wants(http.StatusOK, "refused"); !strings.Contains(p.page.body, "010-00000000") || !strings.Contains(p.page.body, "多次未通过") {
		t.Errorf("after three refusals nobody is to be called:\n%s", p.page.body)
	}
	p.follow("resubmit").upload("photos", map[string]string{"consent": "yes"}, map[string][]byte{"front": photo, "held": photo}).wants(http.StatusOK, "waiting")
	review(func(id string) error { return h.office.ApproveReview(t.Context(), domain.Claimed("li"), id, "") })
	p.get("/verify/result").wants(http.StatusOK, "passed").follow("go-on").sign().wants(http.StatusOK, "running")
}
