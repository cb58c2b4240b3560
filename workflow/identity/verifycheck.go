package identity

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// StartBank begins the bank-card method: card, name and number go to the provider with the person's phone, which is
// the one the bank must know (S77, S78). Errors: CodeBadInput, CodeConsentMissing, CodeMethodNotOffered,
// CodeVerificationRunning.
func (o *Identities) StartBank(ctx context.Context, by domain.Caller, card string, phone domain.Phone, consent domain.Consent) error {
	card, err := domain.CheckCard(card)
	if err != nil {
		return err
	}
	return o.startCheck(ctx, by, domain.MethodBank, card, consent, func(p domain.Person) error {
		if phone != p.Phone {
			return domain.Fail(domain.CodeBadInput, "phone")
		}
		return nil
	})
}

// StartFace begins the face method (S68). The provider takes the pictures itself; nothing of them is kept here.
// Errors: CodeConsentMissing, CodeMethodNotOffered, CodeVerificationRunning.
func (o *Identities) StartFace(ctx context.Context, by domain.Caller, consent domain.Consent) error {
	return o.startCheck(ctx, by, domain.MethodFace, "", consent, func(domain.Person) error { return nil })
}

// startCheck begins a try that the provider decides alone.
func (o *Identities) startCheck(
	ctx context.Context, by domain.Caller, m domain.Method, card string, consent domain.Consent, fits func(domain.Person) error,
) error {
	return o.Act(ctx, by, domain.ActionVerificationStart, action.PersonObject(by.ID), func(w *action.Work) error {
		p, err := o.unverified(w, by.ID)
		if err != nil {
			return err
		}
		if err := fits(p); err != nil {
			return err
		}
		if err := o.nothingRunning(w, by.ID); err != nil {
			return err
		}
		if err := o.offered(w, p, m); err != nil {
			return err
		}
		if err := o.Parties.Consent(w, by.ID, consent); err != nil {
			return err
		}
		v, err := o.newTry(w, p, m, domain.VerificationChecked, card)
		if err != nil {
			return err
		}
		return o.Enqueue(w, domain.JobCheck, domain.JobKeyCheck+v.OrderNo, action.JobArgs{ID: v.ID}, o.Now())
	})
}

// DocKinds lists the kinds of identity document the office takes: the usual ones, then its own (S61).
func (o *Identities) DocKinds() []domain.DocKind {
	return append(domain.DocKinds(), o.Settings.ExtraKinds...)
}
