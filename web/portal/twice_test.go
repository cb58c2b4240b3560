package portal_test

import (
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/workflow/access"
	"campus.example/sealdesk/workflow/port"
)

// together sends the same form several times at once, as a double tap or a repeating network does.
func (p *handset) together(n int, action string, values url.Values) (states []string) {
	p.t.Helper()
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range n {
		wg.Go(func() {
			q := &handset{t: p.t, h: p.h, client: p.client, who: p.who}
			q.post(action, values)
			mu.Lock()
			defer mu.Unlock()
			states = append(states, q.page.state())
		})
	}
	wg.Wait()
	return states
}

func TestPressedTwiceIsDoneOnce(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer("HT-1", company)
	p := h.phone(company.Representative)
	p.get(p.link())
	p.together(4, p.link()+"/code", mustValues(p, "send-code", nil))
	h.work()
	if n := h.outside.count(p.who.Phone, domain.MessageCode); n != 1 {
		t.Fatalf("%d codes for one press", n)
	}
	p.get(p.link()+"/enter").submit("enter", map[string]string{"code": p.code()}).wants(http.StatusOK, "verify-first")
	p.get(p.link()).wants(http.StatusOK, "verify-first")
	p.verify().get("/c/HT-1").submit("sign-code", nil)
	action, values := p.values("sign", map[string]string{"code": p.code(), "typed": p.who.Name, "consent": "yes"})
	running := 0
	for _, s := range p.together(4, action, values) {
		if s == "running" {
			running++
		}
	}
	if running != 4 {
		t.Errorf("%d of 4 presses show the progress", running)
	}
	h.work()
	d, err := h.office.Contract(t.Context(), domain.Claimed("li"), "HT-1")
	h.must(err)
	if len(d.Ops) != 1 || d.Contract.Stage != domain.StageBSealing {
		t.Fatalf("%d operations, %s", len(d.Ops), d.Contract.Stage)
	}
	// The form still open in another window signs nothing more, and does not seal.
	p.post(action, values).wants(http.StatusUnprocessableEntity, "seal")
	p.get("/c/HT-1")
	action, values = p.values("seal", map[string]string{"authority": "legal_representative", "consent": "yes"})
	p.together(3, action, values)
	h.work()
	if d, err = h.office.Contract(t.Context(), domain.Claimed("li"), "HT-1"); err != nil || len(d.Ops) != 2 || d.Contract.Stage != domain.StageASigning {
		t.Fatalf("%d operations, %s, %v", len(d.Ops), d.Contract.Stage, err)
	}
}

func mustValues(p *handset, act string, fields map[string]string) url.Values {
	p.t.Helper()
	_, values := p.values(act, fields)
	return values
}

// TestNobodySignsOutOfTurn: Party A comes by phone before his turn, and sends the form he will have later (S13).
func TestNobodySignsOutOfTurn(t *testing.T) {
	h := newHouse(t)
	h.offer("HT-1", cast.Companies()[1])
	a := h.phone(cast.Departments()[0].Performer)
	a.get("/login").submit("login", map[string]string{"phone": a.who.Phone})
	a.submit("enter", map[string]string{"code": a.code()}).wants(http.StatusOK, "verify-first")
	a.verify()
	a.get("/c/HT-1").wants(http.StatusOK, "waiting")
	csrf := attribute(a.page.find("input", "name", "csrf"), "value")
	form := url.Values{"csrf": {csrf}, "consent": {"yes"}, "typed": {a.who.Name}, "code": {"123456"}, "authority": {"authorised"}, "reason": {"no"}}
	for _, act := range []string{"code", "sign", "seal", "refuse"} {
		a.post("/c/HT-1/"+act, form)
		if a.page.status != http.StatusConflict && a.page.status != http.StatusNotFound {
			t.Errorf("%s out of turn: %d %s", act, a.page.status, a.page.state())
		}
	}
	d, err := h.office.Contract(t.Context(), domain.Claimed("li"), "HT-1")
	h.must(err)
	refused := 0
	for _, e := range d.Events {
		if e.Code == domain.CodeOutOfTurn {
			refused++
		}
	}
	if d.Contract.Stage != domain.StageBSigning || refused < 3 {
		t.Errorf("%s, %d refusals in the record", d.Contract.Stage, refused)
	}
}

func TestARefusalStopsTheContract(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer("HT-1", company)
	p := h.phone(company.Representative)
	link := p.link()
	p.enter().follow("to-refuse").wants(http.StatusOK, "refuse")
	p.submit("refuse", nil).wants(http.StatusUnprocessableEntity, "refuse")
	p.submit("refuse", map[string]string{"choice": "1", "page": "3", "reason": "数量应为 12 台"}).wants(http.StatusOK, "rejected")
	d, err := h.office.Contract(t.Context(), domain.Claimed("li"), "HT-1")
	h.must(err)
	if d.Contract.Stage != domain.StageRejected || d.Contract.Reason != "金额或数量不符；数量应为 12 台；所在页码 3" {
		t.Errorf("%s %q", d.Contract.Stage, d.Contract.Reason)
	}
	p.get("/home").wants(http.StatusOK, "verify-first")
	h.phone(company.Representative).get(link).wants(http.StatusNotFound, "error")
}

func TestAnotherNameBlocksTheSignature(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer("HT-1", company, func(o *domain.Offer) { o.PersonB = "别的人" })
	p := h.phone(company.Representative)
	p.enter()
	if p.verify(); !strings.Contains(p.page.body, "姓名与合同联系人不一致") {
		t.Error("the result does not say so")
	}
	p.get("/c/HT-1").wants(http.StatusOK, "blocked")
	csrf := attribute(p.page.find("input", "name", "csrf"), "value")
	p.post("/c/HT-1/sign", url.Values{"csrf": {csrf}, "consent": {"yes"}, "typed": {"x"}, "code": {"1"}}).wants(http.StatusConflict, "blocked")
	d, err := h.office.Contract(t.Context(), domain.Claimed("li"), "HT-1")
	h.must(err)
	if d.Contract.Problem.Code != domain.CodeNameDiffers {
		t.Errorf("the office is not told: %+v", d.Contract.Problem)
	}
}

// TestTheSignatureWantsItsParts sends the form of the signature with one thing missing at a time.
func TestTheSignatureWantsItsParts(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer("HT-1", company)
	p := h.phone(company.Representative)
	p.enter()
	p.verify().get("/c/HT-1").submit("sign-code", nil)
	code := p.code()
	p.submit("sign-code", nil).wants(http.StatusOK, "sign") // too early for another code, and no harm
	for want, f := range map[domain.Code]map[string]string{
		domain.CodeSignatureEmpty: {"typed": ""}, domain.CodeConsentMissing: {"consent": ""}, domain.CodeCodeWrong: {"code": "1"},
		domain.CodeSignatureWords: {"typed": "李\uF8FF"}, domain.CodeSignatureLength: {"typed": strings.Repeat("李", 65)},
	} {
		fields := map[string]string{"code": code, "typed": p.who.Name, "consent": "yes"}
		for k, v := range f {
			fields[k] = v
		}
		p.submit("sign", fields).wants(http.StatusUnprocessableEntity, "sign")
		if got := p.page.problem(); got != string(want) {
			t.Errorf("%s: %s", want, got)
		}
	}
	for _, strokes := range []string{"[[[0,0],[2000,5]]]", "{}", "[[[1,2],[3]", "[[]]", strings.Repeat("[", 200_000)} {
		p.submit("sign", map[string]string{"code": code, "typed": "", "strokes": strokes, "consent": "yes"}).wants(http.StatusUnprocessableEntity, "sign")
	}
	drawn := "[[[10,10],[20,30],[40,20],[60,60]],[[100,100],[150,130],[200,90],[230,110],[260,140]]]"
	p.submit("sign", map[string]string{"code": code, "strokes": drawn, "consent": "yes"}).wants(http.StatusOK, "running")
}

// TestThePurchaserSeesHisOwn: log in by phone, his own contracts only, the final to download (S4, S12, S15).
func TestThePurchaserSeesHisOwn(t *testing.T) {
	h := newHouse(t)
	h.offer("HT-1", cast.Companies()[1])
	h.offer("HT-2", cast.Companies()[2], func(o *domain.Offer) { o.PurchaserPhone = cast.Departments()[1].Purchaser.Phone })
	p := h.phone(cast.Departments()[0].Purchaser)
	p.get("/login").submit("login", map[string]string{"phone": p.who.Phone})
	p.submit("enter", map[string]string{"code": p.code()}).wants(http.StatusOK, "nothing")
	if !strings.Contains(p.page.body, "HT-1") || strings.Contains(p.page.body, "HT-2") {
		t.Errorf("the list:\n%s", p.page.body)
	}
	p.follow("contract").wants(http.StatusOK, "waiting").follow("document")
	if !strings.HasPrefix(p.page.body, "%PDF") {
		t.Errorf("document: %d", p.page.status)
	}
	p.get("/c/HT-2").wants(http.StatusNotFound, "error")
	p.get("/c/HT-2/document").wants(http.StatusNotFound, "error")
	p.get("/c/HT-1")
	csrf := attribute(p.page.find("input", "name", "csrf"), "value")
	p.post("/c/HT-1/refuse", url.Values{"csrf": {csrf}, "reason": {"no"}}).wants(http.StatusNotFound, "error")
}

// TestThePassLeadsFromComputerToPhone: the code of 个人中心 opens the verification on the phone, once and not for long
// (S53–S56).
func TestThePassLeadsFromComputerToPhone(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer("HT-1", company)
	desk := h.phone(company.Representative)
	desk.get("/login").submit("login", map[string]string{"phone": desk.who.Phone})
	desk.submit("enter", map[string]string{"code": desk.code()}).wants(http.StatusOK, "verify-first")
	desk.follow("me").wants(http.StatusOK, "me")
	if !strings.Contains(desk.page.body, `src="data:image/png;base64,`) {
		t.Error("no code to scan")
	}
	person, err := h.office.HomeOf(t.Context(), domain.InSession(h.personOf(desk.who)))
	h.must(err)
	pass, err := h.office.Pass(t.Context(), domain.InSession(person.Person.ID))
	h.must(err)
	phone := h.phone(desk.who)
	phone.get("/q/"+pass.Code).wants(http.StatusOK, "entry").submit("send-code", nil).wants(http.StatusOK, "code")
	phone.submit("enter", map[string]string{"code": phone.code()}).wants(http.StatusOK, "identity")
	h.phone(desk.who).get("/q/"+pass.Code).wants(http.StatusNotFound, "error")
	next, err := h.office.Pass(t.Context(), domain.InSession(person.Person.ID))
	h.must(err)
	if next.Code == pass.Code {
		t.Error("a used pass is shown again")
	}
	h.later(access.PassLife)
	h.phone(desk.who).get("/q/"+next.Code).wants(http.StatusNotFound, "error")
}

// personOf finds the account behind a phone.
func (h *house) personOf(who cast.Person) (id string) {
	h.t.Helper()
	h.must(h.office.Store.Read(h.t.Context(), func(tx port.Tx) error {
		p, err := tx.PersonByPhone(domain.Phone(who.Phone))
		id = p.ID
		return err
	}))
	return id
}

// TestASessionLivesWhileItIsUsed and no longer.
func TestASessionLivesWhileItIsUsed(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer("HT-1", company)
	p := h.phone(company.Representative)
	p.enter()
	for range 6 {
		h.later(20 * 60e9)
		p.get("/home").wants(http.StatusOK, "verify-first")
	}
	h.later(31 * 60e9)
	p.get("/home").wants(http.StatusUnauthorized, "error")
	p.enter().submit("leave", nil).wants(http.StatusOK, "no-link")
	p.get("/home").wants(http.StatusUnauthorized, "error")
}
