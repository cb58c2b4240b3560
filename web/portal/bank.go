package portal

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// bankPage is the bank-card method (S77–S82).
type bankPage struct {
	Card, Phone, Must string
	Consent           consentText
}

func (p *portal) bankForm(v *visit) {
	if v.mayTry(domain.MethodBank) {
		v.bankPage(bankPage{}, nil)
	}
}

func (v *visit) bankPage(page bankPage, problem error) {
	page.Must, page.Consent = v.person.Phone.Masked(), v.consent(i18n.ConsentBank)
	s := sheet{name: "bank", title: v.t().Bank.Title, state: "bank", problem: problem, page: page}
	if problem != nil {
		s.status = statusOf(domain.CodeOf(problem))
	}
	v.show(s)
}

func (p *portal) bank(v *visit) {
	page := bankPage{Card: v.r.PostFormValue("card"), Phone: v.r.PostFormValue("phone")}
	phone, err := domain.ParsePhone(page.Phone)
	if err == nil {
		err = p.Office.StartBank(v.ctx(), v.caller(), page.Card, phone, v.agreed(i18n.ConsentBank))
	}
	v.started(err, func(err error) { v.bankPage(page, err) })
}

// mayTry tells whether a page of a method is to be shown now; it has answered when not.
func (v *visit) mayTry(m domain.Method) bool {
	h, err := v.Office.HomeOf(v.ctx(), v.caller())
	if err != nil {
		v.fail(err)
		return false
	}
	last := h.Verification
	switch {
	case h.Verified, last != nil && last.Open() && last.State != domain.VerificationCode:
		v.to("/verify/result")
		return false
	case h.Person.Identity.Number == "":
		v.to("/verify/identity")
		return false
	}
	choice, err := v.Office.Methods(v.ctx(), v.caller())
	if err != nil {
		v.fail(err)
		return false
	}
	for _, open := range choice.Methods {
		if open == m {
			return true
		}
	}
	v.to("/verify/method")
	return false
}

// started answers a form that begins a try: on to the result, or the form again with what is wrong.
func (v *visit) started(err error, again func(error)) {
	switch {
	case err == nil:
		v.to("/verify/result")
	case v.elsewhere(err):
	case domain.CodeOf(err) == domain.CodeVerificationRunning:
		v.to("/verify/result") // pressed twice, or another window was faster
	case wrongInput(err):
		again(err)
	default:
		v.fail(err)
	}
}
