package workflow

import (
	"context"

	"sealdesk/domain"
)

// StartBank begins the bank-card method: card, name and number go to the provider with the person's phone, which is
// the one the bank must know (S77, S78). Errors: CodeBadInput, CodeConsentMissing, CodeMethodNotOffered,
// CodeVerificationRunning.
func (o *Office) StartBank(ctx context.Context, by domain.Caller, card string, phone domain.Phone, consent domain.Consent) error {
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
func (o *Office) StartFace(ctx context.Context, by domain.Caller, consent domain.Consent) error {
	return o.startCheck(ctx, by, domain.MethodFace, "", consent, func(domain.Person) error { return nil })
}

// startCheck begins a try that the provider decides alone.
func (o *Office) startCheck(
	ctx context.Context, by domain.Caller, m domain.Method, card string, consent domain.Consent, fits func(domain.Person) error,
) error {
	return o.act(ctx, by, domain.ActionVerificationStart, personObject(by.ID), func(w *Work) error {
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
		if err := o.consent(w, by.ID, consent); err != nil {
			return err
		}
		v, err := o.newTry(w, p, m, domain.VerificationChecked, card)
		if err != nil {
			return err
		}
		return o.enqueue(w, domain.JobCheck, domain.JobKeyCheck+v.OrderNo, jobArgs{ID: v.ID}, o.Now())
	})
}

// DocKinds lists the kinds of identity document the office takes: the usual ones, then its own (S61).
func (o *Office) DocKinds() []domain.DocKind {
	return append(domain.DocKinds(), o.Settings.ExtraKinds...)
}
