package portal

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// identityPage is step 1: 完善身份信息 (S58–S62).
type identityPage struct {
	Kinds        []domain.DocKind
	Kind         domain.DocKind
	Name, Number string
	Consent      consentText
	words        i18n.PortalIdentity
}

// Hint tells what a number of the kind looks like.
func (p identityPage) Hint(kind domain.DocKind) string {
	if hint, ok := p.words.Hints[kind]; ok {
		return hint
	}
	return p.words.NumberHint
}

func (p *portal) identityForm(v *visit) {
	h, err := p.Office.HomeOf(v.ctx(), v.caller())
	if err != nil {
		v.fail(err)
		return
	}
	if h.Verified || h.Verification != nil && h.Verification.Open() && h.Verification.State != domain.VerificationCode {
		v.to("/verify/result")
		return
	}
	// What was typed before is shown again, but the number is not: who holds the phone now may be somebody else.
	v.identityPage(domain.Identity{Kind: h.Person.Identity.Kind, Name: h.Person.Identity.Name}, nil)
}

func (v *visit) identityPage(in domain.Identity, problem error) {
	if in.Kind == "" {
		in.Kind = domain.DocIDCard
	}
	s := sheet{
		name: "identity", title: v.t().Identity.Title, state: "identity", problem: problem,
		page: identityPage{
			Kinds: v.Office.DocKinds(), Kind: in.Kind, Name: in.Name, Number: in.Number, Consent: v.consent(i18n.ConsentVerify),
			words: v.t().Identity,
		},
	}
	if problem != nil {
		s.status = statusOf(domain.CodeOf(problem))
	}
	v.show(s)
}

func (p *portal) identity(v *visit) {
	in := domain.Identity{
		Kind: domain.DocKind(v.r.PostFormValue("kind")), Name: v.r.PostFormValue("name"), Number: v.r.PostFormValue("number"),
	}
	err := p.Office.StateIdentity(v.ctx(), v.caller(), in, v.agreed(i18n.ConsentVerify))
	switch {
	case err == nil:
		v.to("/verify/method")
	case v.elsewhere(err):
	case domain.CodeOf(err) == domain.CodeVerificationRunning:
		v.to("/verify/result") // a provider or the review desk decides already
	case wrongInput(err):
		v.identityPage(in, err)
	default:
		v.fail(err)
	}
}
