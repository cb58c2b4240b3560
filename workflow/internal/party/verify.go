package party

import (
	"sealdesk/domain"
	"sealdesk/workflow/internal/action"
)

func (o *Parties) Consent(w *action.Work, person string, c domain.Consent) error {
	if !c.Agreed {
		return domain.Fail(domain.CodeConsentMissing)
	}
	return w.AddConsent(person, c.Kind, c.Text, o.Now())
}
