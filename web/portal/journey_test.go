package portal_test

import (
	"net/http"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

func TestBothPartiesSignFromTheirMessages(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer("HT-1", company)
	b := h.phone(company.Representative)
	b.enter().wants(http.StatusOK, "verify-first")
	b.verify().follow("go-on").sign().wants(http.StatusOK, "running")
	h.work()
	b.get("/c/HT-1").wants(http.StatusOK, "seal")
	b.submit("seal", map[string]string{"authority": "legal_representative", "consent": "yes"}).wants(http.StatusOK, "running")
	h.work()
	b.get("/c/HT-1").wants(http.StatusOK, "waiting")

	a := h.phone(cast.Departments()[0].Performer)
	a.enter().wants(http.StatusOK, "verify-first")
	a.verify().follow("go-on").sign().wants(http.StatusOK, "running")
	h.work()
	a.get("/c/HT-1").wants(http.StatusOK, "waiting")
	if got := h.stage("HT-1"); got != domain.StageToSeal {
		t.Fatalf("the contract is %s", got)
	}
	if h.outside.count(cast.Duty().Phone, domain.MessageDuty) != 1 {
		t.Error("the office was not called")
	}
	_, _, err := h.office.Seal(t.Context(), domain.Claimed("li"), "HT-1", nil)
	if domain.CodeOf(err) != domain.CodeNotVerified {
		t.Errorf("an unverified sealer: %v", err)
	}
	s := h.phone(cast.Duty())
	s.get("/").follow("login").submit("login", map[string]string{"phone": s.who.Phone}).wants(http.StatusOK, "code")
	s.submit("enter", map[string]string{"code": s.code()}).wants(http.StatusOK, "verify-first")
	s.verify()
	_, _, err = h.office.Seal(t.Context(), domain.Claimed("li"), "HT-1", nil)
	h.must(err)
	h.work()
	a.get("/c/HT-1").wants(http.StatusOK, "done")
	if a.get("/c/HT-1/document"); !strings.HasPrefix(a.page.body, "%PDF") || a.page.status != http.StatusOK {
		t.Errorf("document: %d %.20s", a.page.status, a.page.body)
	}
	for _, secret := range []string{company.Representative.Phone, company.Representative.DocNo, company.Representative.Name, b.link()[3:]} {
		if strings.Contains(h.log.String(), secret) {
			t.Errorf("the log names %s", secret)
		}
	}
}
