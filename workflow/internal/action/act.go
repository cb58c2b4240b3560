package action

import (
	"context"
	"errors"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/port"
)

// Work is one act under way: its transaction, the caller whose right was checked, and what the record is told of both.
type Work struct {
	port.Tx
	By     domain.Caller
	Self   domain.Operator // the caller, when an operator asks; otherwise the zero value
	runner *Runner
}

// Record appends an event. The time, the actor and the proof of the actor's identity are filled in here.
func (w *Work) Record(action domain.Action, object string, e domain.Event) error {
	e.At, e.Actor, e.Proof, e.Action, e.Object = w.runner.Now(), w.By.Actor, w.By.Proof.String(), action, object
	return w.Append(e)
}

// As returns the same work with its events recorded under another actor: the program, which draws a consequence of what
// the caller did, or the signer and the operator behind an operation that the program carries out.
func (w *Work) As(by domain.Caller) *Work {
	other := *w
	other.By = by
	return &other
}

// Act runs one act in one write transaction. The caller's right is checked first, inside the transaction; then do has its
// effect, its events and its jobs. Nothing is written when do fails. A refusal goes to the record in a transaction of
// its own, because the first one is gone with everything it wrote (S13).
func (o *Runner) Act(ctx context.Context, by domain.Caller, action domain.Action, object string, do func(*Work) error) error {
	err := o.Store.InTx(ctx, func(tx port.Tx) error {
		w, err := o.permit(tx, by, action)
		if err != nil {
			return err
		}
		return do(w)
	})
	return o.Refused(ctx, by, action, object, err)
}

// View runs one act that only reads, on a snapshot and without a write transaction. A refusal is recorded as act does.
func (o *Runner) View(ctx context.Context, by domain.Caller, action domain.Action, object string, read func(*Work) error) error {
	err := o.Store.Read(ctx, func(tx port.Tx) error {
		w, err := o.permit(tx, by, action)
		if err != nil {
			return err
		}
		return read(w)
	})
	return o.Refused(ctx, by, action, object, err)
}

// OnContract is act on one contract. Errors: those of the right, CodeNotFound, those of do.
func (o *Runner) OnContract(
	ctx context.Context, by domain.Caller, no string, action domain.Action, do func(*Work, domain.Contract) error,
) error {
	return o.Act(ctx, by, action, ContractObject(no), func(w *Work) error {
		c, err := w.Contract(no)
		if err != nil {
			return err
		}
		return do(w, c)
	})
}

// Step runs one transaction of a job. The right of the program is the job itself: a worker that has lost its lease
// changes nothing. Error: CodeFenced.
func (o *Runner) Step(ctx context.Context, job domain.Job, do func(*Work) error) error {
	return o.BySystem(ctx, func(w *Work) error {
		if err := w.HoldJob(job); err != nil {
			return err
		}
		return do(w)
	})
}

// Finish ends a job in the transaction of its effect. Error: CodeFenced.
func (o *Runner) Finish(ctx context.Context, job domain.Job, do func(*Work) error) error {
	return o.BySystem(ctx, func(w *Work) error {
		if err := w.FinishJob(job, o.Now()); err != nil {
			return err
		}
		return do(w)
	})
}

// Nothing is the effect of a job that has nothing left to do.
func Nothing(*Work) error { return nil }

// BySystem runs one transaction of the program's own.
func (o *Runner) BySystem(ctx context.Context, do func(*Work) error) error {
	return o.Store.InTx(ctx, func(tx port.Tx) error { return do(o.work(tx, domain.System())) })
}

// Snapshot reads for the program itself, which needs no right.
func (o *Runner) Snapshot(ctx context.Context, read func(*Work) error) error {
	return o.Store.Read(ctx, func(tx port.Tx) error { return read(o.work(tx, domain.System())) })
}

func (o *Runner) work(tx port.Tx, by domain.Caller) *Work { return &Work{Tx: tx, By: by, runner: o} }

// permit checks the caller's right to the action. Errors: CodeUnknownOperator, CodeDisabled, CodeNoRight; CodeSessionGone
// for a signer without a session; CodeInternal for an action that is not declared.
func (o *Runner) permit(tx port.Tx, by domain.Caller, action domain.Action) (*Work, error) {
	w := o.work(tx, by)
	needs, declared := action.Needs()
	switch {
	case !declared:
		return nil, domain.Fail(domain.CodeInternal).Because(errors.New("action is not declared: " + string(action)))
	case by.Kind == domain.ActorSystem && needs.System:
		return w, nil
	case by.Kind == domain.ActorProcurement && needs.Procurement:
		return w, nil
	case by.Kind == domain.ActorVisitor && needs.Visitor:
		return w, nil
	case by.Kind == domain.ActorSigner && needs.Signer:
		if by.ID == "" || by.Proof.Kind != domain.ProofSession {
			return nil, domain.Fail(domain.CodeSessionGone)
		}
		return w, nil
	case by.Kind != domain.ActorOperator || needs.Right == "":
		return nil, domain.Fail(domain.CodeNoRight, by.ID, string(needs.Right))
	}
	op, err := o.operator(tx, by.ID, needs.Right)
	w.Self = op
	return w, err
}

// operator loads an operator who has the right. Errors: CodeUnknownOperator, CodeDisabled, CodeNoRight.
func (o *Runner) operator(tx port.Tx, name string, right domain.Right) (domain.Operator, error) {
	op, err := tx.Operator(name)
	switch {
	case domain.CodeOf(err) == domain.CodeNotFound:
		return op, domain.Fail(domain.CodeUnknownOperator, name)
	case err != nil:
		return op, err
	case op.Disabled:
		return op, domain.Fail(domain.CodeDisabled, name)
	case !op.May(right):
		return op, domain.Fail(domain.CodeNoRight, name, string(right))
	}
	return op, nil
}
