package portal

import (
	"bytes"
	"html/template"
	"net/http"
	"strconv"
	"strings"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// frame is what a template sees: the words, the page's secrets, and under Page what the page itself has to say.
type frame struct {
	T       *i18n.Portal
	Text    *i18n.Text
	Title   string
	State   string // data-state of <main>
	Refresh int    // seconds until the page asks again by itself, 0 for never
	Nonce   string
	Lang    string
	Other   string // where the language switch leads
	Office  string
	Unit    string
	Phone   string
	Avatar  string // what stands in the circle, top right; "" without a session
	CSS, JS string
	Problem string // sentence above the page's form
	Code    domain.Code
	Page    any
	csrf    string
}

// Fill puts values into a sentence.
func (f *frame) Fill(sentence string, args ...any) string { return f.Text.Fill(sentence, args...) }

// Moment shows a time.
func (f *frame) Moment(at time.Time) string { return i18n.Moment(at) }

// Paragraphs parts a text of several.
func (f *frame) Paragraphs(s string) []string { return strings.Split(s, "\n") }

// Money writes an amount of yuan with commas.
func (f *frame) Money(a domain.Fen) string {
	whole, cents, _ := strings.Cut(a.String(), ".")
	var out strings.Builder
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 && whole[i-1] != '-' {
			out.WriteByte(',')
		}
		out.WriteRune(d)
	}
	return out.String() + "." + cents
}

// consented is a consent text inside a page.
type consented struct {
	F *frame
	C consentText
}

// With hands a consent text to its template.
func (f *frame) With(c consentText) consented { return consented{f, c} }

// listed is a list of contracts inside a page.
type listed struct {
	F     *frame
	Items []homeTask
}

// List hands a list of contracts to its template.
func (f *frame) List(items []homeTask) listed { return listed{f, items} }

// Group parts a hash into pieces an eye can follow.
func (f *frame) Group(sha string) []string {
	var parts []string
	for len(sha) > 8 {
		parts, sha = append(parts, sha[:8]), sha[8:]
	}
	return append(parts, sha)
}

// Token is the hidden field of a form.
func (f *frame) Token() template.HTML {
	return template.HTML(`<input type="hidden" name="csrf" value="` + f.csrf + `">`) //nolint:gosec // hexadecimal, made here
}

// sheet is one answer: which template, with what status and state.
type sheet struct {
	name    string
	status  int // 0 means 200
	title   string
	state   string
	refresh int
	problem error  // shown above the form
	said    string // a sentence shown in its place
	page    any
}

func (v *visit) show(s sheet) {
	f := &frame{
		T: v.t(), Text: v.text, State: s.state, Refresh: s.refresh, Nonce: v.nonce, Lang: v.text.Lang, Other: v.back(v.other()),
		Office: v.Name, Unit: v.Unit, Phone: v.Phone, Page: s.page, csrf: v.csrf(),
		CSS: "/static/portal.css?v=" + v.assets["portal.css"].mark, JS: "/static/portal.js?v=" + v.assets["portal.js"].mark,
		Code: domain.CodeOf(s.problem), Problem: s.said,
	}
	f.Title = v.text.Fill(v.t().Common.Title, s.title, v.t().Common.Product)
	if s.problem != nil && s.said == "" {
		f.Problem = v.text.SignerSentence(s.problem)
	}
	if v.person.ID != "" {
		f.Avatar = avatar(v.person)
	}
	var out bytes.Buffer
	t, ok := v.pages[s.name]
	if !ok {
		v.Log.Error("no such page", "page", s.name)
		http.Error(v.w, v.text.Errors.ForSigner, http.StatusInternalServerError)
		return
	}
	if err := t.Execute(&out, f); err != nil {
		v.Log.Error("page", "page", s.name, "err", err)
		http.Error(v.w, v.text.Errors.ForSigner, http.StatusInternalServerError)
		return
	}
	h := v.w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", v.text.Lang)
	h.Set("Content-Length", strconv.Itoa(out.Len()))
	if s.status == 0 {
		s.status = http.StatusOK
	}
	v.w.WriteHeader(s.status)
	if v.r.Method == http.MethodHead {
		return
	}
	if _, err := v.w.Write(out.Bytes()); err != nil {
		v.Log.Debug("page", "page", s.name, "err", err)
	}
}

// avatar is the first sign of a verified name; before the name is known, the last digits of the phone.
func avatar(p domain.Person) string {
	for _, r := range p.Identity.Name {
		return strings.ToUpper(string(r))
	}
	masked := p.Phone.Masked()
	return masked[max(0, len(masked)-2):]
}
