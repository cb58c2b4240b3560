package workflow

import (
	"context"

	"sealdesk/domain"
)

// StartBank begins the bank-card method: card, name and number go to the provider with the person's phone, which is
// the one the bank must know (S77, S78). Errors: CodeBadInput, CodeConsentMissing, CodeMethodNotOffered,
// CodeVerificationRunning.
func (o *Office) StartBank(ctx context.Context, person, card string, phone domain.Phone, consent Consent) error {
	card, err := domain.CheckCard(card)
	if err != nil {
		return err
	}
	return o.startCheck(ctx, person, domain.MethodBank, card, consent, func(p domain.Person) error {
		if phone != p.Phone {
			return domain.Fail(domain.CodeBadInput, "phone")
		}
		return nil
	})
}

// StartFace begins the face method (S68). The provider takes the pictures itself; nothing of them is kept here.
// Errors: CodeConsentMissing, CodeMethodNotOffered, CodeVerificationRunning.
func (o *Office) StartFace(ctx context.Context, person string, consent Consent) error {
	return o.startCheck(ctx, person, domain.MethodFace, "", consent, func(domain.Person) error { return nil })
}

// startCheck begins a try that the provider decides alone.
func (o *Office) startCheck(
	ctx context.Context, person string, m domain.Method, card string, consent Consent, fits func(domain.Person) error,
) error {
	return o.act(ctx, bySigner(person), "verification.start", "person:"+person, func(tx Tx) error {
		p, err := o.unverified(tx, person)
		if err != nil {
			return err
		}
		if err := fits(p); err != nil {
			return err
		}
		if err := o.nothingRunning(tx, person); err != nil {
			return err
		}
		if err := o.offered(tx, p, m); err != nil {
			return err
		}
		if err := o.consent(tx, person, consent); err != nil {
			return err
		}
		v, err := o.newTry(tx, p, m, domain.VerificationChecked, card)
		if err != nil {
			return err
		}
		return o.enqueue(tx, domain.JobCheck, "check:"+v.OrderNo, jobArgs{ID: v.ID}, o.Now())
	})
}

// DocKinds lists the kinds of identity document the office takes: the usual ones, then its own (S61).
func (o *Office) DocKinds() []domain.DocKind {
	return append(domain.DocKinds(), o.Rules.ExtraKinds...)
}
