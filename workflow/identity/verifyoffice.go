package identity

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// RecheckVerification asks the provider again at once, under the same order number. Error: CodeWrongStage when no
// provider is being asked.
func (o *Identities) RecheckVerification(ctx context.Context, by domain.Caller, id string) error {
	return o.verificationAct(ctx, by, id, domain.ActionVerificationRecheck, func(w *action.Work, v domain.Verification) error {
		if v.State != domain.VerificationChecked {
			return domain.Fail(domain.CodeVerificationState, id)
		}
		j, err := w.JobByKey(domain.JobKeyCheck + v.OrderNo)
		if err != nil {
			return err
		}
		if j.State == domain.JobRunning || j.State == domain.JobDone {
			return nil
		}
		return w.WakeJob(j.ID, o.Now())
	})
}

// ResendVerification sends the code of the phone method again. Errors: CodeVerificationState, CodeTooOften.
func (o *Identities) ResendVerification(ctx context.Context, by domain.Caller, id string) error {
	return o.verificationAct(ctx, by, id, domain.ActionVerificationResend, func(w *action.Work, v domain.Verification) error {
		if v.State != domain.VerificationCode {
			return domain.Fail(domain.CodeVerificationState, id)
		}
		p, err := w.Person(v.Person)
		if err != nil {
			return err
		}
		return o.Access.SendCode(w, p, domain.PurposeVerify, v.ID)
	})
}

// OpenManual opens manual review for the person before an automatic try failed (G9).
func (o *Identities) OpenManual(ctx context.Context, by domain.Caller, id string) error {
	return o.verificationAct(ctx, by, id, domain.ActionVerificationManual, func(w *action.Work, v domain.Verification) error {
		p, err := w.Person(v.Person)
		if err != nil {
			return err
		}
		if p.VerifiedAt(o.Now()) {
			return domain.Fail(domain.CodeAlreadyVerified)
		}
		p.ManualOpened = true
		return w.UpdatePerson(p)
	})
}

// CancelVerification ends a try that is not decided; the person may begin another. A try at the review desk is
// decided there. Error: CodeVerificationState.
func (o *Identities) CancelVerification(ctx context.Context, by domain.Caller, id string) error {
	return o.verificationAct(ctx, by, id, domain.ActionVerificationCancel, func(w *action.Work, v domain.Verification) error {
		if v.State != domain.VerificationCode && v.State != domain.VerificationChecked {
			return domain.Fail(domain.CodeVerificationState, id)
		}
		from := v.State
		v.State, v.Decided = domain.VerificationOff, o.Now()
		return w.UpdateVerification(v, from)
	})
}

func (o *Identities) verificationAct(
	ctx context.Context, by domain.Caller, id string, what domain.Action, do func(*action.Work, domain.Verification) error,
) error {
	return o.Act(ctx, by, what, domain.ObjectVerification+id, func(w *action.Work) error {
		v, err := w.Verification(id)
		if err != nil {
			return err
		}
		if err := do(w, v); err != nil {
			return err
		}
		return w.Record(what, domain.ObjectVerification+id, domain.Event{Before: string(v.State), Detail: domain.Fields("person", v.Person)})
	})
}
