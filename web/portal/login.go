package portal

import (
	"net/http"

	"campus.example/sealdesk/domain"
)

// loginPage asks for the phone.
type loginPage struct{ Phone string }

func (p *portal) loginForm(v *visit) {
	if v.person.ID != "" {
		v.to("/home")
		return
	}
	v.show(sheet{name: "login", title: v.t().Login.Title, state: "login", page: loginPage{}})
}

// sendLoginCode answers the same whether the phone is known here or not, and whether a code went out or one went out a
// moment ago.
func (p *portal) sendLoginCode(v *visit) {
	typed := v.r.PostFormValue("phone")
	phone, err := domain.ParsePhone(typed)
	if err != nil {
		v.show(sheet{
			name: "login", status: http.StatusUnprocessableEntity, title: v.t().Login.Title, state: "login", problem: err,
			page: loginPage{Phone: typed},
		})
		return
	}
	if p.limits.send("phone", phone.Clear()) {
		err = p.Office.SendLoginCode(v.ctx(), phone)
	}
	if err != nil && domain.CodeOf(err) != domain.CodeTooOften {
		v.fail(err)
		return
	}
	v.loginCode(phone, false)
}

func (v *visit) loginCode(phone domain.Phone, wrong bool) {
	page := v.codePage("/login/enter", "/login", "")
	page.Hidden = phone.Clear()
	s := sheet{name: "code", title: v.t().Code.Title, state: "code", page: page}
	if wrong {
		s.status, s.said = http.StatusUnprocessableEntity, v.t().Login.Wrong
	}
	v.show(s)
}

// login exchanges the code for a session. Every wrong or late code of every phone reads the same.
func (p *portal) login(v *visit) {
	phone, err := domain.ParsePhone(v.r.PostFormValue("phone"))
	if err != nil {
		v.to("/login")
		return
	}
	token, err := p.Office.Login(v.ctx(), phone, digits(v.r.PostFormValue("code")))
	switch {
	case err != nil && v.person.ID != "" && v.person.Phone == phone:
		v.to("/home") // the form was sent twice
	case err != nil && wrongInput(err):
		v.loginCode(phone, true)
	case err != nil:
		v.fail(err)
	default:
		v.admit(token)
		v.to("/home")
	}
}
