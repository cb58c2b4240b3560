package portal

import (
	"net/url"
	"strconv"
	"strings"

	"campus.example/sealdesk/domain"
)

// entryPage is the page behind a link: whose phone the code goes to, masked.
type entryPage struct {
	Code, Phone string
	Left        bool
	Link        bool
}

// welcome is the entry page of somebody without a link.
func (p *portal) welcome(v *visit) {
	if v.person.ID != "" {
		v.to("/home")
		return
	}
	v.show(sheet{
		name: "entry", title: v.t().Entry.Title, state: "no-link", page: entryPage{Left: v.r.URL.Query().Get("left") != ""},
	})
}

// entry is the page behind the link of a text message (S39, S50). A link opens nothing: it only says where a code goes.
func (p *portal) entry(v *visit) {
	code := v.r.PathValue("code")
	e, err := p.Office.EntryOf(v.ctx(), code)
	if err != nil {
		v.fail(err)
		return
	}
	if v.person.ID != "" && v.person.ID == e.Person {
		v.to(v.onward(e.Contract))
		return
	}
	v.show(sheet{
		name: "entry", title: v.t().Entry.Title, state: "entry", page: entryPage{Code: code, Phone: e.MaskedPhone, Link: true},
	})
}

// sendEntryCode sends the code. Somebody who pressed twice is led on: the first code is good.
func (p *portal) sendEntryCode(v *visit) {
	code := v.r.PathValue("code")
	if _, err := p.Office.EntryOf(v.ctx(), code); err != nil {
		v.fail(err)
		return
	}
	next := "/s/" + url.PathEscape(code) + "/enter"
	if !p.limits.send("link", code) {
		v.to(next + "?wait=" + strconv.Itoa(int(sendPause.Seconds())))
		return
	}
	err := p.Office.SendEnterCode(v.ctx(), code)
	if err != nil && domain.CodeOf(err) != domain.CodeTooOften {
		v.fail(err)
		return
	}
	v.to(next + waiting(err))
}

// waiting carries the seconds until another code may be asked for to the next page.
func waiting(err error) string {
	if seconds := pause(err); seconds > 0 {
		return "?wait=" + strconv.Itoa(seconds)
	}
	return ""
}

// codePage is the page where a code is typed.
type codePage struct {
	Action, Resend string // where the two forms go
	Act            string // data-act of the form
	Phone          string // masked, or "" when nothing may be told
	Hidden         string // phone typed at the login
	Wait           int    // seconds until another code may be asked for
	Minutes        int
}

func (v *visit) codePage(action, resend, phone string) codePage {
	wait, err := strconv.Atoi(v.r.URL.Query().Get("wait"))
	if err != nil || wait < 0 || wait > 600 {
		wait = 0
	}
	return codePage{
		Action: action, Resend: resend, Act: "enter", Phone: phone, Wait: wait, Minutes: int(domain.CodeLife.Minutes()),
	}
}

func (p *portal) enterForm(v *visit) { p.enterPage(v, nil) }

func (p *portal) enterPage(v *visit, problem error) {
	code := v.r.PathValue("code")
	e, err := p.Office.EntryOf(v.ctx(), code)
	if err != nil {
		v.fail(err)
		return
	}
	base := "/s/" + url.PathEscape(code)
	s := sheet{
		name: "code", title: v.t().Code.Title, state: "code", problem: problem,
		page: v.codePage(base+"/enter", base+"/code", e.MaskedPhone),
	}
	if problem != nil {
		s.status = statusOf(domain.CodeOf(problem))
	}
	v.show(s)
}

// enter exchanges the code for a session.
func (p *portal) enter(v *visit) {
	code := v.r.PathValue("code")
	e, err := p.Office.EntryOf(v.ctx(), code)
	if err != nil {
		v.fail(err)
		return
	}
	token, err := p.Office.Enter(v.ctx(), code, digits(v.r.PostFormValue("code")))
	switch {
	case domain.CodeOf(err) == domain.CodeCodeExpired && v.person.ID == e.Person:
		// The form was sent twice, and the first time let him in.
		v.to(v.onward(e.Contract))
	case err != nil && wrongInput(err):
		p.enterPage(v, err)
	case err != nil:
		v.fail(err)
	default:
		v.admit(token)
		if v.person, err = p.Office.SessionPerson(v.ctx(), token); err != nil {
			v.fail(err)
			return
		}
		v.to(v.onward(e.Contract))
	}
}

// onward is where somebody goes who came in by a link: to its contract when it waits for him, else home.
func (v *visit) onward(no string) string {
	if no != "" {
		task, err := v.Office.SignerContract(v.ctx(), v.caller(), no)
		if err == nil && task.Act != "" {
			return contractPath(no)
		}
		if err != nil && domain.CodeOf(err) != domain.CodeNotFound {
			v.logged(err)
		}
	}
	if no == "" && !v.person.VerifiedAt(v.now()) {
		return "/verify" // a pass of the QR code goes on with the verification (S55)
	}
	return "/home"
}

func contractPath(no string) string { return "/c/" + url.PathEscape(no) }

// digits folds what a phone's keyboard may make of a code.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return '0' + r - '０'
		case r >= '0' && r <= '9':
			return r
		}
		return -1
	}, s)
}

// pause gives the seconds a CodeTooOften speaks of.
func pause(err error) int {
	var e *domain.Error
	if domain.CodeOf(err) != domain.CodeTooOften || !asDomain(err, &e) || len(e.Args) == 0 {
		return 0
	}
	seconds, ok := e.Args[0].(int)
	if !ok {
		return 0
	}
	return seconds
}
