package portal

import (
	"sealdesk/domain"
	"sealdesk/i18n"
)

// facePage is the face method (S68, S69): consent, then the provider compares.
type facePage struct{ Consent consentText }

func (p *portal) faceForm(v *visit) {
	if v.mayTry(domain.MethodFace) {
		v.facePage(nil)
	}
}

func (v *visit) facePage(problem error) {
	s := sheet{
		name: "face", title: v.t().Face.Title, state: "face", problem: problem, page: facePage{Consent: v.consent(i18n.ConsentFace)},
	}
	if problem != nil {
		s.status = statusOf(domain.CodeOf(problem))
	}
	v.show(s)
}

func (p *portal) face(v *visit) {
	v.started(p.Office.StartFace(v.ctx(), v.person.ID, v.agreed(i18n.ConsentFace)), v.facePage)
}
