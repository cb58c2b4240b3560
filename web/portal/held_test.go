package portal_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

// refusing is an office's sealer whose results the check refuses.
type refusing struct{ sealer }

func (refusing) Check(context.Context, []byte, []byte, string, domain.Place) error {
	return domain.Fail(domain.CodeSealQuarantined).Because(errors.New("changed_outside: page 1"))
}

// A signer whose result was set aside is not left before a page that works and works: he hears that the office looks
// at it and calls, what he can do, and what came of it in the end.
func TestAResultSetAsideIsSaidToItsSigner(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer("HT-1", company)
	p := h.phone(company.Representative)
	p.enter().verify()
	h.office.Signatures.Sealer = refusing{}
	p.get("/c/HT-1").sign().wants(http.StatusOK, "running")
	h.work()
	p.get("/c/HT-1").wants(http.StatusOK, "held")
	for _, want := range []string{"您已签字", "人工核对", "打电话与您联系", "致电 010-00000000", "纸质签署"} {
		if !strings.Contains(p.page.body, want) {
			t.Errorf("%q is not said", want)
		}
	}
	if strings.Contains(p.page.body, "请勿关闭页面") || p.page.find("form", "data-act", "sign") != nil {
		t.Error("he is kept waiting or asked to sign again")
	}
	p.follow("read").wants(http.StatusOK, "read")
	p.get("/home").wants(http.StatusOK, "nothing")
	if item := p.page.find("a", "data-no", "HT-1"); item == nil || attribute(item, "data-state") != "held" {
		t.Error("his list does not tell")
	}
	p.get("/c/HT-1?lang=en").wants(http.StatusOK, "held")
	if !strings.Contains(p.page.body, "Our staff will call you") {
		t.Error("in English nothing is said")
	}
	h.must(h.office.Recall(t.Context(), domain.Claimed("li"), "HT-1", "签署结果未通过核验"))
	p.get("/c/HT-1").wants(http.StatusOK, "rejected")
}
