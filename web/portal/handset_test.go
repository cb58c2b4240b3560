package portal_test

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

// handset is one person's phone: a browser without scripts.
type handset struct {
	t      *testing.T
	h      *house
	client *http.Client
	who    cast.Person
	page   page
}

// page is one answer.
type page struct {
	status int
	path   string
	body   string
	root   *html.Node
}

func (h *house) phone(who cast.Person) *handset {
	h.t.Helper()
	jar, err := cookiejar.New(nil)
	h.must(err)
	return &handset{t: h.t, h: h, who: who, client: &http.Client{Jar: jar}}
}

func (p *handset) take(resp *http.Response, err error) *handset {
	p.t.Helper()
	p.h.must(err)
	body, err := io.ReadAll(resp.Body)
	p.h.must(err)
	p.h.must(resp.Body.Close())
	root, err := html.Parse(bytes.NewReader(body))
	p.h.must(err)
	p.page = page{status: resp.StatusCode, path: resp.Request.URL.Path, body: string(body), root: root}
	return p
}

func (p *handset) get(path string) *handset {
	p.t.Helper()
	req, err := http.NewRequestWithContext(p.t.Context(), http.MethodGet, p.h.server.URL+path, nil)
	p.h.must(err)
	return p.take(p.client.Do(req))
}

// find gives the first element with the attribute.
func (p page) find(tag, attr, value string) *html.Node {
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == tag && attribute(n, attr) == value {
			return n
		}
	}
	return nil
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func (p page) state() string {
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "main" {
			return attribute(n, "data-state")
		}
	}
	return ""
}

// problem is the code of the error above a form.
func (p page) problem() string {
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && attribute(n, "role") == "alert" {
			return attribute(n, "data-error")
		}
	}
	return ""
}

// follow presses the link of an act.
func (p *handset) follow(act string) *handset {
	p.t.Helper()
	a := p.page.find("a", "data-act", act)
	if a == nil {
		p.t.Fatalf("no link %s on %s:\n%s", act, p.page.path, p.page.body)
	}
	return p.get(attribute(a, "href"))
}

// values are what the form of an act would send, with the given fields filled in.
func (p *handset) values(act string, fields map[string]string) (action string, values url.Values) {
	p.t.Helper()
	form := p.page.find("form", "data-act", act)
	if form == nil {
		p.t.Fatalf("no form %s on %s:\n%s", act, p.page.path, p.page.body)
	}
	values = url.Values{}
	known := map[string]bool{}
	for n := range form.Descendants() {
		name := attribute(n, "name")
		if n.Type != html.ElementNode || name == "" {
			continue
		}
		known[name] = true
		if n.Data == "input" && (attribute(n, "type") == "hidden" || attribute(n, "type") == "") {
			values.Set(name, attribute(n, "value"))
		}
	}
	for name, value := range fields {
		if !known[name] {
			p.t.Fatalf("no field %s in the form %s", name, act)
		}
		values.Set(name, value)
	}
	return attribute(form, "action"), values
}

func (p *handset) submit(act string, fields map[string]string) *handset {
	p.t.Helper()
	action, values := p.values(act, fields)
	return p.post(action, values)
}

func (p *handset) post(action string, values url.Values) *handset {
	p.t.Helper()
	req, err := http.NewRequestWithContext(p.t.Context(), http.MethodPost, p.h.server.URL+action, strings.NewReader(values.Encode()))
	p.h.must(err)
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return p.take(p.client.Do(req))
}

// upload sends the form with files.
func (p *handset) upload(act string, fields map[string]string, files map[string][]byte) *handset {
	p.t.Helper()
	form := p.page.find("form", "data-act", act)
	if form == nil {
		p.t.Fatalf("no form %s on %s:\n%s", act, p.page.path, p.page.body)
	}
	token := p.page.find("input", "name", "csrf")
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	p.h.must(w.WriteField("csrf", attribute(token, "value")))
	for name, value := range fields {
		p.h.must(w.WriteField(name, value))
	}
	for name, b := range files {
		part, err := w.CreateFormFile(name, "IMG_0001.jpg")
		p.h.must(err)
		_, err = part.Write(b)
		p.h.must(err)
	}
	p.h.must(w.Close())
	req, err := http.NewRequestWithContext(p.t.Context(), http.MethodPost, p.h.server.URL+attribute(form, "action"), &body)
	p.h.must(err)
	req.Header.Set("Content-Type", w.FormDataContentType())
	return p.take(p.client.Do(req))
}

// wants checks status and state.
func (p *handset) wants(status int, state string) *handset {
	p.t.Helper()
	if p.page.status != status || p.page.state() != state {
		p.t.Fatalf("%s: %d %s (%s), want %d %s\n%s", p.page.path, p.page.status, p.page.state(), p.page.problem(), status, state, p.page.body)
	}
	return p
}

// link is the path of the newest link this phone got.
func (p *handset) link() string {
	p.t.Helper()
	params := p.h.outside.last(p.who.Phone, domain.MessageLinkB, domain.MessageLinkA)
	if params == nil {
		p.t.Fatalf("no link came to %s", p.who.Name)
	}
	return "/s/" + params["code"]
}

// code is the newest code this phone got.
func (p *handset) code() string {
	p.t.Helper()
	p.h.work()
	return p.h.outside.last(p.who.Phone, domain.MessageCode)["code"]
}

// enter comes in by the link.
func (p *handset) enter() *handset {
	p.t.Helper()
	p.get(p.link()).wants(http.StatusOK, "entry").submit("send-code", nil).wants(http.StatusOK, "code")
	return p.submit("enter", map[string]string{"code": p.code()})
}

// state fills in step 1.
func (p *handset) state() *handset {
	p.t.Helper()
	return p.submit("identity", map[string]string{"kind": p.who.DocKind, "name": p.who.Name, "number": p.who.DocNo, "consent": "yes"})
}

// verify goes the whole way by phone.
func (p *handset) verify() *handset {
	p.t.Helper()
	p.get("/verify").wants(http.StatusOK, "identity")
	p.state().wants(http.StatusOK, "method").submit("method-phone", nil).wants(http.StatusOK, "phone")
	p.submit("phone-code", map[string]string{"code": p.code()}).wants(http.StatusOK, "waiting")
	p.h.work()
	return p.get("/verify/result").wants(http.StatusOK, "passed")
}

// sign signs the contract whose page is open.
func (p *handset) sign() *handset {
	p.t.Helper()
	p.wants(http.StatusOK, "sign").submit("sign-code", nil).wants(http.StatusOK, "sign")
	return p.submit("sign", map[string]string{"code": p.code(), "typed": p.who.Name, "consent": "yes"})
}
