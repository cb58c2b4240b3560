package portal

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/workflow/query"
)

// verify leads to the step of the verification the person is at (S57).
func (p *portal) verify(v *visit) {
	h, err := p.Office.HomeOf(v.ctx(), v.caller())
	if err != nil {
		v.fail(err)
		return
	}
	v.to(stepOf(h))
}

// stepOf is the page a person's verification stands at. From each of them a way leads on (S95).
func stepOf(h query.Home) string {
	switch last := h.Verification; {
	case h.Verified:
		return "/verify/result"
	case last != nil && last.State == domain.VerificationCode:
		return "/verify/phone"
	case last != nil && last.Open():
		return "/verify/result"
	case h.Person.Identity.Number == "" || !h.Person.Verified.IsZero() && (last == nil || !last.Started.After(h.Person.Verified)):
		return "/verify/identity"
	case last != nil && (last.State == domain.VerificationFailed || last.State == domain.VerificationRefused):
		return "/verify/result"
	}
	return "/verify/method"
}

// consentText is a text with its box, as a page shows it.
type consentText struct{ i18n.Consent }

func (v *visit) consent(kind i18n.ConsentKind) consentText {
	c, found := v.text.Consent(kind, i18n.Controller{Name: v.Name + v.Unit, Contact: v.Phone, PhotoDays: v.photoDays})
	if !found {
		v.Log.Error("no consent text", "kind", string(kind))
	}
	return consentText{c}
}

// agreed is the consent of a form: whether the box was ticked, and the text that stood beside it.
func (v *visit) agreed(kind i18n.ConsentKind) domain.Consent {
	c := v.consent(kind)
	return domain.Consent{
		Agreed: v.r.PostFormValue("consent") == "yes", Kind: string(kind), Text: c.Title + "\n" + c.Text + "\n" + c.Tick,
	}
}

// sort of refusal after which the page of the step says more than an error could.
func (v *visit) elsewhere(err error) bool {
	switch domain.CodeOf(err) {
	case domain.CodeAlreadyVerified:
		v.to("/verify/result")
	case domain.CodeMethodNotOffered:
		v.to("/verify/method")
	default:
		return false
	}
	return true
}
