package workflow

import (
	"context"

	"sealdesk/domain"
)

// RecheckVerification asks the provider again at once, under the same order number. Error: CodeWrongStage when no
// provider is being asked.
func (o *Office) RecheckVerification(ctx context.Context, operator, id string) error {
	return o.verificationAct(ctx, operator, id, "verification.recheck", func(tx Tx, v domain.Verification) error {
		if v.State != domain.VerificationChecked {
			return domain.Fail(domain.CodeVerificationState, id)
		}
		j, err := tx.JobByKey("check:" + v.OrderNo)
		if err != nil {
			return err
		}
		if j.State == domain.JobRunning || j.State == domain.JobDone {
			return nil
		}
		return tx.WakeJob(j.ID, o.Now())
	})
}

// ResendVerification sends the code of the phone method again. Errors: CodeVerificationState, CodeTooOften.
func (o *Office) ResendVerification(ctx context.Context, operator, id string) error {
	return o.verificationAct(ctx, operator, id, "verification.resend", func(tx Tx, v domain.Verification) error {
		if v.State != domain.VerificationCode {
			return domain.Fail(domain.CodeVerificationState, id)
		}
		p, err := tx.Person(v.Person)
		if err != nil {
			return err
		}
		return o.sendCode(tx, p, domain.PurposeVerify, v.ID)
	})
}

// OpenManual opens manual review for the person before an automatic try failed (G9).
func (o *Office) OpenManual(ctx context.Context, operator, id string) error {
	return o.verificationAct(ctx, operator, id, "verification.manual", func(tx Tx, v domain.Verification) error {
		p, err := tx.Person(v.Person)
		if err != nil {
			return err
		}
		if p.VerifiedAt(o.Now()) {
			return domain.Fail(domain.CodeAlreadyVerified)
		}
		p.ManualOpened = true
		return tx.UpdatePerson(p)
	})
}

// CancelVerification ends a try that is not decided; the person may begin another. A try at the review desk is
// decided there. Error: CodeVerificationState.
func (o *Office) CancelVerification(ctx context.Context, operator, id string) error {
	return o.verificationAct(ctx, operator, id, "verification.cancel", func(tx Tx, v domain.Verification) error {
		if v.State != domain.VerificationCode && v.State != domain.VerificationChecked {
			return domain.Fail(domain.CodeVerificationState, id)
		}
		from := v.State
		v.State, v.Decided = domain.VerificationOff, o.Now()
		return tx.UpdateVerification(v, from)
	})
}

func (o *Office) verificationAct(
	ctx context.Context, operator, id, action string, do func(Tx, domain.Verification) error,
) error {
	return o.act(ctx, byOperator(operator), action, "verification:"+id, func(tx Tx) error {
		if _, err := o.operator(tx, operator, domain.RightVerify); err != nil {
			return err
		}
		v, err := tx.Verification(id)
		if err != nil {
			return err
		}
		if err := do(tx, v); err != nil {
			return err
		}
		return tx.Append(domain.Event{
			At: o.Now(), Actor: byOperator(operator), Action: action, Object: "verification:" + id,
			Before: string(v.State), Detail: "person=" + v.Person,
		})
	})
}
