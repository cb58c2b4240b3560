package signing

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Confirm is the second pair of eyes: a sealer, verified himself, confirms a contract that another one will seal (G13).
// Errors: CodeWrongStage, CodeNotVerified, CodeSecondNotWanted below the office's amount.
func (o *Signatures) Confirm(ctx context.Context, by domain.Caller, no string) error {
	return o.Act(ctx, by, domain.ActionContractConfirm, action.ContractObject(no), func(w *action.Work) error {
		if err := o.verifiedSealer(w); err != nil {
			return err
		}
		c, err := w.Contract(no)
		if err != nil {
			return err
		}
		rules, err := o.Rules(w)
		if err != nil {
			return err
		}
		switch {
		case c.Stage != domain.StageToSeal:
			return domain.Fail(domain.CodeWrongStage, no, c.Stage)
		case !c.WantsSecond(rules.SecondFrom):
			return domain.Fail(domain.CodeSecondNotWanted, no)
		}
		if err := c.CheckDoubt(); err != nil {
			return err
		}
		c.Confirmed = by.ID
		if err := w.UpdateContract(c); err != nil {
			return err
		}
		return w.Record(domain.ActionContractConfirm, action.ContractObject(no), domain.Event{
			Before: string(c.Stage), After: string(c.Stage), Detail: domain.Fields("sha256", c.CurrentSHA),
		})
	})
}

// confirmed refuses a seal that a second sealer has not confirmed. One human being under two names is not two. Errors:
// CodeSecondMissing, CodeSecondSame.
func (o *Signatures) confirmed(w *action.Work, c domain.Contract) error {
	rules, err := o.Rules(w)
	if err != nil || !c.WantsSecond(rules.SecondFrom) {
		return err
	}
	if c.Confirmed == "" {
		return domain.Fail(domain.CodeSecondMissing, c.No)
	}
	second, err := w.Operator(c.Confirmed)
	if err != nil {
		return err
	}
	if second.Name == w.Self.Name || second.Person == w.Self.Person {
		return domain.Fail(domain.CodeSecondSame, c.No)
	}
	if !second.May(domain.RightSeal) {
		return domain.Fail(domain.CodeSecondMissing, c.No) // he has lost the right since
	}
	return nil
}
