package party

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

func (o *Parties) Consent(w *action.Work, person string, c domain.Consent) error {
	if !c.Agreed {
		return domain.Fail(domain.CodeConsentMissing)
	}
	return w.AddConsent(person, c.Kind, c.Text, o.Now())
}
