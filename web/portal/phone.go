package portal

import (
	"strconv"

	"campus.example/sealdesk/domain"
)

// phonePage is the phone method: before the code, and while it is waited for (S72–S75).
type phonePage struct {
	codePage
	Sent bool
}

func (p *portal) phoneForm(v *visit) { p.phonePage(v, nil) }

func (p *portal) phonePage(v *visit, problem error) {
	h, err := p.Office.HomeOf(v.ctx(), v.caller())
	if err != nil {
		v.fail(err)
		return
	}
	last := h.Verification
	page := phonePage{codePage: v.codePage("/verify/phone/code", "/verify/phone", v.person.Phone.Masked())}
	page.Sent = last != nil && last.Method == domain.MethodPhone && last.State == domain.VerificationCode
	switch {
	case h.Verified, last != nil && last.Open() && !page.Sent && last.State != domain.VerificationCode:
		v.to("/verify/result")
		return
	case h.Person.Identity.Number == "":
		v.to("/verify/identity")
		return
	}
	s := sheet{name: "phone", title: v.t().Phone.Title, state: "phone", problem: problem, page: page}
	if problem != nil {
		s.status = statusOf(domain.CodeOf(problem))
	}
	v.show(s)
}

// startPhone sends the code; pressed again it sends another, but not at once.
func (p *portal) startPhone(v *visit) {
	err := p.Office.StartPhone(v.ctx(), v.caller())
	switch {
	case err == nil:
		v.to("/verify/phone")
	case v.elsewhere(err):
	case pause(err) > 0:
		v.to("/verify/phone?wait=" + strconv.Itoa(pause(err)))
	case domain.CodeOf(err) == domain.CodeVerificationRunning:
		v.to("/verify/result")
	default:
		v.fail(err)
	}
}

func (p *portal) phoneCode(v *visit) {
	err := p.Office.PhoneCode(v.ctx(), v.caller(), digits(v.r.PostFormValue("code")))
	switch {
	case err == nil, domain.CodeOf(err) == domain.CodeTriesUsedUp:
		v.to("/verify/result")
	case domain.CodeOf(err) == domain.CodeStale:
		v.to("/verify/result") // pressed twice: the first time is being answered
	case wrongInput(err):
		p.phonePage(v, err)
	default:
		v.fail(err)
	}
}
