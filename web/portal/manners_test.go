package portal_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/web/portal"
)

func (p *handset) header(path string) http.Header {
	p.t.Helper()
	req, err := http.NewRequestWithContext(p.t.Context(), http.MethodGet, p.h.server.URL+path, nil)
	p.h.must(err)
	resp, err := p.client.Do(req)
	p.h.must(err)
	p.h.must(resp.Body.Close())
	return resp.Header
}

func TestPagesKeepTheirManners(t *testing.T) {
	h := newHouse(t)
	h.offer("HT-1", cast.Companies()[1])
	p := h.phone(cast.Companies()[1].Representative)
	for _, path := range []string{"/", p.link(), "/nowhere", "/static/portal.css"} {
		got := p.header(path)
		if got.Get("X-Content-Type-Options") != "nosniff" || got.Get("Referrer-Policy") != "no-referrer" || got.Get("X-Frame-Options") != "DENY" {
			t.Errorf("%s: %v", path, got)
		}
		csp := got.Get("Content-Security-Policy")
		if !strings.HasPrefix(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: %s", path, csp)
		}
		if personal := !strings.HasPrefix(path, "/static"); personal != (got.Get("Cache-Control") == "no-store") {
			t.Errorf("%s: Cache-Control %s", path, got.Get("Cache-Control"))
		}
	}
	p.enter()
	weight := 0
	for _, path := range []string{"/c/HT-1", "/static/portal.css", "/static/portal.js", "/static/seal.svg"} {
		weight += len(p.get(path).page.body)
	}
	if weight > 150_000 {
		t.Errorf("the first load is %d bytes", weight)
	}
	for _, c := range p.client.Jar.Cookies(&url.URL{Scheme: "http", Host: strings.TrimPrefix(h.server.URL, "http://"), Path: "/"}) {
		if c.Name == "sealdesk" && len(c.Value) < 50 {
			t.Errorf("the session has %d characters", len(c.Value))
		}
	}
}

func TestOverTLSCookiesAndPagesAreBound(t *testing.T) {
	h := newHouse(t, func(o *portal.Options) { o.Secure = true })
	p := h.phone(cast.Companies()[1].Representative)
	got := p.header("/")
	if !strings.Contains(got.Get("Strict-Transport-Security"), "max-age=") {
		t.Error("no HSTS")
	}
	for _, want := range []string{"__Host-", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"} {
		if c := got.Get("Set-Cookie"); !strings.Contains(c, want) {
			t.Errorf("cookie %s lacks %s", c, want)
		}
	}
}

func TestAFormOfAnotherSiteIsRefused(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer("HT-1", company)
	p := h.phone(company.Representative)
	p.enter()
	p.post("/c/HT-1/refuse", url.Values{"reason": {"x"}}).wants(http.StatusForbidden, "error")
	p.post("/c/HT-1/refuse", url.Values{"reason": {"x"}, "csrf": {strings.Repeat("0", 64)}}).wants(http.StatusForbidden, "error")
	other := h.phone(cast.Departments()[0].Performer)
	_, theirs := other.get("/login").values("login", map[string]string{"phone": other.who.Phone})
	p.post("/c/HT-1/refuse", url.Values{"reason": {"x"}, "csrf": {theirs.Get("csrf")}}).wants(http.StatusForbidden, "error")
	action, values := p.get("/c/HT-1/refuse").values("refuse", map[string]string{"reason": "金额不符"})
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, h.server.URL+action, strings.NewReader(values.Encode()))
	h.must(err)
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Sec-Fetch-Site", "cross-site")
	p.take(p.client.Do(req)).wants(http.StatusForbidden, "error")
	if got := h.stage("HT-1"); got != domain.StageBSigning {
		t.Fatalf("the contract is %s", got)
	}
}

// TestNothingIsFoundByGuessing asks for what is somebody else's, what is not there and what needs a session.
func TestNothingIsFoundByGuessing(t *testing.T) {
	h := newHouse(t)
	h.offer("HT-1", cast.Companies()[1])
	h.offer("HT-2", cast.Companies()[2])
	p := h.phone(cast.Companies()[1].Representative)
	for _, path := range []string{"/home", "/me", "/verify", "/verify/identity", "/verify/method", "/c/HT-1", "/c/HT-1/document", "/c/HT-1/refuse"} {
		p.get(path).wants(http.StatusUnauthorized, "error")
	}
	p.enter()
	var bodies []string
	for _, path := range []string{"/c/HT-2", "/c/HT-9", "/c/HT-2/document", "/c/HT-9/document", "/c/HT-2/refuse", "/c/HT-2/seal.svg"} {
		p.get(path).wants(http.StatusNotFound, "error")
		bodies = append(bodies, strings.Split(strings.Split(p.page.body, "<main")[1], "</main>")[0])
	}
	for _, b := range bodies {
		if b != bodies[0] {
			t.Errorf("two answers differ:\n%s\n%s", b, bodies[0])
		}
	}
	dead := []string{"/s/" + strings.Repeat("a", 16), "/q/" + strings.Repeat("b", 16), "/s/" + strings.Repeat("x", 5000), "/s/%00%0a"}
	p2 := h.phone(cast.Companies()[2].Representative)
	killed := p2.link()
	p2.enter().submit("leave", nil)
	h.later(31 * 24 * 3600e9)
	dead = append(dead, killed)
	bodies = nil
	for _, path := range dead {
		p2.get(path).wants(http.StatusNotFound, "error")
		bodies = append(bodies, strings.Split(strings.Split(p2.page.body, "<main")[1], "</main>")[0])
	}
	for _, b := range bodies {
		if b != bodies[0] {
			t.Errorf("two dead links answer differently:\n%s\n%s", b, bodies[0])
		}
	}
}

func TestTheLoginTellsNobodyWhoIsKnown(t *testing.T) {
	h := newHouse(t)
	h.offer("HT-1", cast.Companies()[1])
	ask := func(phone string) (send, again, wrong string) {
		p := h.phone(cast.Person{Phone: phone})
		body := func() string {
			b := strings.ReplaceAll(p.page.body, phone, "PHONE")
			return strings.Split(strings.Split(b, "<main")[1], "</main>")[0]
		}
		tidy := func(s string) string {
			for {
				at := strings.Index(s, `name="csrf" value="`)
				if at < 0 {
					return s
				}
				s = s[:at] + s[at+len(`name="csrf" value="`)+64:]
			}
		}
		p.get("/login").submit("login", map[string]string{"phone": phone}).wants(http.StatusOK, "code")
		send = tidy(body())
		p.submit("resend", nil).wants(http.StatusOK, "code")
		again = tidy(body())
		p.submit("enter", map[string]string{"code": "000000"}).wants(http.StatusUnprocessableEntity, "code")
		return send, again, tidy(body())
	}
	known1, known2, known3 := ask(cast.Companies()[1].Representative.Phone)
	strange1, strange2, strange3 := ask("13900000000")
	if known1 != strange1 || known2 != strange2 || known3 != strange3 {
		t.Errorf("a known phone is answered otherwise:\n%s\n%s", known3, strange3)
	}
	if h.work(); h.outside.count("13900000000", domain.MessageCode) != 0 {
		t.Error("a stranger got a code")
	}
}

func TestALinkDoesNotSendWithoutEnd(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer("HT-1", company)
	p := h.phone(company.Representative)
	p.get(p.link())
	action, values := p.values("send-code", nil)
	for range 40 {
		p.post(action, values).wants(http.StatusOK, "code")
		h.later(61e9)
	}
	h.work()
	if n := h.outside.count(p.who.Phone, domain.MessageCode); n > 40 || n < 10 {
		t.Errorf("%d codes in 40 minutes", n)
	}
	for range 200 {
		if p.get(p.link()); p.page.status == http.StatusTooManyRequests {
			return
		}
	}
	t.Error("a link can be asked for without end")
}

func TestPagesSpeakTwoLanguages(t *testing.T) {
	h := newHouse(t)
	p := h.phone(cast.Companies()[1].Representative)
	if p.get("/"); !strings.Contains(p.page.body, `<html lang="zh-CN">`) {
		t.Error("the first language is not Chinese")
	}
	if p.get("/?lang=en"); !strings.Contains(p.page.body, `<html lang="en">`) {
		t.Error("the switch does nothing")
	}
	if p.get("/login"); !strings.Contains(p.page.body, `<html lang="en">`) {
		t.Error("the choice is not kept")
	}
	if p.get("/login?lang=xx"); !strings.Contains(p.page.body, `<html lang="en">`) {
		t.Error("an unknown language undoes the choice")
	}
	if p.get("/healthz"); p.page.status != http.StatusOK || p.page.body == "" {
		t.Error("healthz")
	}
}
