package portal_test

import (
	"net/http"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/workflow/lifecycle"
)

// contact changes who stands for Party B, as an operator would.
func (h *house) contact(no string, n lifecycle.NewContact) {
	h.t.Helper()
	n.Side = domain.PartyB
	h.must(h.office.ChangeContact(h.t.Context(), domain.Claimed("li"), no, n))
	h.work()
}

// TestG1WrongPhoneIsChanged: whoever had the wrong phone is out at once, even in the middle of his visit; the right one
// gets a link of his own. Changed once more after his signature, only the seal is left to do.
func TestG1WrongPhoneIsChanged(t *testing.T) {
	h := newHouse(t)
	wrong, right, third := cast.Companies()[2].Representative, cast.Companies()[1].Representative, cast.Companies()[3].Representative
	h.offer("HT-1", cast.Companies()[1], func(o *domain.Offer) { o.PhoneB = wrong.Phone })
	w := h.phone(wrong)
	first := w.link()
	w.enter().wants(http.StatusOK, "verify-first")

	err := h.office.ChangeContact(t.Context(), domain.Claimed("li"), "HT-1", lifecycle.NewContact{Side: domain.PartyB, Phone: right.Phone})
	if domain.CodeOf(err) != domain.CodeReasonEmpty {
		t.Errorf("without a reason: %v", err)
	}
	h.contact("HT-1", lifecycle.NewContact{Phone: right.Phone, Reason: "采购人来电：号码登记有误"})
	w.get("/c/HT-1").wants(http.StatusNotFound, "error")
	h.phone(wrong).get(first).wants(http.StatusNotFound, "error")

	b := h.phone(right)
	second := b.link()
	b.enter().wants(http.StatusOK, "verify-first")
	b.verify().follow("go-on").sign().wants(http.StatusOK, "running")
	h.work()

	h.contact("HT-1", lifecycle.NewContact{Phone: third.Phone, Name: third.Name, Reason: "乙方更换代表"})
	h.phone(right).get(second).wants(http.StatusNotFound, "error")
	c := h.phone(third)
	c.enter().wants(http.StatusOK, "verify-first")
	c.verify().follow("go-on").wants(http.StatusOK, "seal")
	c.submit("seal", map[string]string{"authority": "legal_representative", "consent": "yes"}).wants(http.StatusOK, "running")
	h.work()

	d, err := h.office.Contract(t.Context(), domain.Claimed("li"), "HT-1")
	h.must(err)
	if d.Contract.Stage != domain.StageASigning || len(d.Ops) != 2 {
		t.Fatalf("%s with %d acts", d.Contract.Stage, len(d.Ops))
	}
	for _, op := range d.Ops {
		if op.State != domain.SealCommitted {
			t.Errorf("%s is %s", op.Act, op.State)
		}
	}
	if d.Ops[0].Person == d.Ops[1].Person || d.Ops[1].Person != d.Contract.B.Signer {
		t.Error("the signature is not the second contact's, or the seal not the third's")
	}
	var reasons []string
	for _, e := range d.Events {
		if e.Action == "contract.contact" {
			reasons = append(reasons, string(e.Detail))
		}
	}
	if len(reasons) != 2 || !strings.Contains(reasons[0], "号码登记有误") || !strings.Contains(reasons[1], "更换代表") {
		t.Errorf("the record says %q", reasons)
	}
}

// TestG17OtherNameIsBlockedShownAndDecided: verified under another name, the signer is stopped and told; the other side
// reads that signing rests, the office sees it before anybody tries; an operator says that the name is right, and on it
// goes.
func TestG17OtherNameIsBlockedShownAndDecided(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer("HT-1", company, func(o *domain.Offer) { o.PersonB = "赵样" })
	p := h.phone(company.Representative)
	p.enter()
	p.verify().get("/c/HT-1").wants(http.StatusOK, "blocked")
	if !strings.Contains(p.page.body, "姓名与合同联系人不一致") {
		t.Errorf("the signer is not told why:\n%s", p.page.body)
	}
	list, err := h.office.Contracts(t.Context(), domain.Claimed("li"), domain.ContractFilter{Problem: true})
	h.must(err)
	if len(list) != 1 || list[0].Problem.Code != domain.CodeNameDiffers {
		t.Errorf("the office is not told: %+v", list)
	}
	buyer := h.phone(cast.Departments()[0].Purchaser)
	buyer.get("/login").submit("login", map[string]string{"phone": buyer.who.Phone})
	buyer.submit("enter", map[string]string{"code": buyer.code()})
	if buyer.get("/c/HT-1").wants(http.StatusOK, "waiting"); !strings.Contains(buyer.page.body, "签署暂停") {
		t.Errorf("the purchaser is not told:\n%s", buyer.page.body)
	}

	h.contact("HT-1", lifecycle.NewContact{Verified: true, Reason: "采购系统录入时漏字，已与双方核实"})
	p.get("/c/HT-1").wants(http.StatusOK, "sign").sign().wants(http.StatusOK, "running")
	h.work()
	d, err := h.office.Contract(t.Context(), domain.Claimed("li"), "HT-1")
	h.must(err)
	if d.Contract.Stage != domain.StageBSealing || d.Contract.Problem.Code != "" || d.Contract.B.Person != company.Representative.Name {
		t.Errorf("%s, problem %q, contact %s", d.Contract.Stage, d.Contract.Problem.Code, d.Contract.B.Person)
	}
}
