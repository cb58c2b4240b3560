package signing

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// SealForB reserves Party B's seal (S42): its own act, by somebody who may act for the company (G3), with the company's
// enrolled seal (G4). A legal representative declares that he is one, unless the rule company_check wants a letter, and the
// company's first seal is drawn from its registered name: neither needs the review desk. Errors: CodeAuthorityMissing,
// CodeLetterRequired, CodeAuthorityWaiting.
func (o *Signatures) SealForB(ctx context.Context, by domain.Caller, no string, as domain.Authority, consent domain.Consent) error {
	due, err := o.dueNow(ctx, by, no, domain.ActionContractSealB, domain.ActBSeal, consent)
	if err != nil {
		return err
	}
	key, err := o.issue(due.act, due.contract, due.person)
	if err != nil {
		return err
	}
	return o.Act(ctx, by, domain.ActionContractSealB, action.ContractObject(no), func(w *action.Work) error {
		p, c, err := o.stillDue(w, due)
		if err != nil {
			return err
		}
		if err := o.Parties.Consent(w, by.ID, consent); err != nil {
			return err
		}
		m, err := o.Identities.Mandate(w, by.ID, c.B)
		if err != nil {
			return err
		}
		if err := o.Identities.Authorise(w, &m, c, by.ID, as); err != nil {
			return err
		}
		look, err := o.Identities.SealOf(ctx, w, &m, c, by.ID)
		if err != nil {
			return err
		}
		op, err := o.reserve(w, c, domain.SealOp{Act: domain.ActBSeal, Person: p.ID}, look, key)
		if err != nil {
			return err
		}
		return w.Record(domain.ActionContractAuthority, action.ContractObject(no), domain.Event{Detail: domain.Fields(
			"authority", string(m.As), "company", m.Company, "seal", m.Seal.ID, "op", op.ID)})
	})
}
