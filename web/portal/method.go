package portal

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/identity"
)

// methodPage is step 2: 选择认证方式 (S65–S67).
type methodPage struct {
	identity.MethodChoice
	Open map[domain.Method]bool
	Auto bool // the document lets the automatic methods be used
	Used map[domain.Method]bool
}

func (p *portal) method(v *visit) {
	h, err := p.Office.HomeOf(v.ctx(), v.caller())
	if err != nil {
		v.fail(err)
		return
	}
	last := h.Verification
	switch {
	case h.Verified, last != nil && last.Open() && last.State != domain.VerificationCode:
		v.to("/verify/result")
		return
	case h.Person.Identity.Number == "":
		v.to("/verify/identity")
		return
	}
	m, err := p.Office.Methods(v.ctx(), v.caller())
	if err != nil {
		v.fail(err)
		return
	}
	page := methodPage{MethodChoice: m, Open: map[domain.Method]bool{}, Used: map[domain.Method]bool{}, Auto: m.Identity.Kind.Automatic()}
	for _, method := range m.Methods {
		page.Open[method] = true
	}
	for _, method := range m.UsedUp {
		page.Used[method] = true
	}
	v.show(sheet{name: "method", title: v.t().Methods.Title, state: "method", page: page})
}

// IsOpen tells whether a method may be chosen.
func (m methodPage) IsOpen(method domain.Method) bool { return m.Open[method] }

// IsUsed tells whether only today's tries are used up.
func (m methodPage) IsUsed(method domain.Method) bool { return m.Used[method] }

// TriesOf counts the tries left today (G10).
func (m methodPage) TriesOf(method domain.Method) int { return m.Left[method] }
