package workflow

import (
	"context"

	"sealdesk/domain"
)

// Confirm is the second pair of eyes: a sealer, verified himself, confirms a contract that another one will seal (G13).
// Errors: CodeWrongStage, CodeNotVerified, CodeSecondNotWanted below the office's amount.
func (o *Office) Confirm(ctx context.Context, operator, no string) error {
	return o.act(ctx, byOperator(operator), "contract.confirm", contractObject(no), func(tx Tx) error {
		if _, err := o.sealer(tx, operator); err != nil {
			return err
		}
		c, err := tx.Contract(no)
		if err != nil {
			return err
		}
		switch {
		case c.Stage != domain.StageToSeal:
			return domain.Fail(domain.CodeWrongStage, no, c.Stage)
		case !c.WantsSecond(o.Rules.SecondFrom):
			return domain.Fail(domain.CodeSecondNotWanted, no)
		}
		c.Confirmed = operator
		if err := tx.UpdateContract(c); err != nil {
			return err
		}
		return tx.Append(domain.Event{
			At: o.Now(), Actor: byOperator(operator), Action: "contract.confirm", Object: contractObject(no),
			Before: string(c.Stage), After: string(c.Stage), Detail: "sha256=" + c.CurrentSHA,
		})
	})
}

// confirmed refuses a seal that a second sealer has not confirmed. One human being under two names is not two. Errors:
// CodeSecondMissing, CodeSecondSame.
func (o *Office) confirmed(tx Tx, c domain.Contract, sealer domain.Operator) error {
	if !c.WantsSecond(o.Rules.SecondFrom) {
		return nil
	}
	if c.Confirmed == "" {
		return domain.Fail(domain.CodeSecondMissing, c.No)
	}
	second, err := tx.Operator(c.Confirmed)
	if err != nil {
		return err
	}
	if second.Name == sealer.Name || second.Person == sealer.Person {
		return domain.Fail(domain.CodeSecondSame, c.No)
	}
	if !second.May(domain.RightSeal) {
		return domain.Fail(domain.CodeSecondMissing, c.No) // he has lost the right since
	}
	return nil
}
