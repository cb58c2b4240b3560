package workflow

import (
	"context"
	"time"

	"sealdesk/domain"
)

// SetDuty puts one operator on duty in place of the others (G12). Error: CodeNoDuty for someone without a phone.
func (o *Office) SetDuty(ctx context.Context, by domain.Caller, name string) error {
	return o.roster(ctx, by, name, domain.ActionOperatorDuty, func(op *domain.Operator, chosen bool) bool {
		changed := op.Duty != chosen
		op.Duty = chosen
		if chosen && op.StandIn {
			op.StandIn, changed = false, true
		}
		return changed
	})
}

// SetStandIn makes one operator the stand-in in place of the others: he is called when nobody on duty can be (G12).
// Error: CodeNoDuty for someone without a phone.
func (o *Office) SetStandIn(ctx context.Context, by domain.Caller, name string) error {
	return o.roster(ctx, by, name, domain.ActionOperatorStandIn, func(op *domain.Operator, chosen bool) bool {
		changed := op.StandIn != chosen
		op.StandIn = chosen
		return changed
	})
}

func (o *Office) roster(
	ctx context.Context, by domain.Caller, name string, action domain.Action, set func(op *domain.Operator, chosen bool) (changed bool),
) error {
	return o.act(ctx, by, action, domain.ObjectOperator+name, func(w *Work) error {
		next, err := w.Operator(name)
		if err != nil {
			return err
		}
		if next.Person == "" || next.Disabled {
			return domain.Fail(domain.CodeNoDuty, name)
		}
		ops, err := w.Operators()
		if err != nil {
			return err
		}
		for _, op := range ops {
			if !set(&op, op.Name == name) {
				continue
			}
			if err := w.PutOperator(op); err != nil {
				return err
			}
		}
		return w.Record(action, domain.ObjectOperator+name, domain.Event{})
	})
}

// callDuty sends the message to the operator on duty (S45, S97), or to the stand-in when nobody on duty can be
// reached (G12). The link leads a sealer who is not verified yet to his verification. With nobody to call, the contract
// says so.
func (o *Office) callDuty(w *Work, c domain.Contract, now time.Time) error {
	called, err := o.callOffice(w, c, now, func(op domain.Operator) bool { return op.Duty })
	if err != nil || called {
		return err
	}
	return o.callStandIn(w, c, now, domain.CodeNoDuty)
}

// callStandIn calls whoever stands in and has not been called to this contract; the contract is flagged when nobody is
// left.
func (o *Office) callStandIn(w *Work, c domain.Contract, now time.Time, flag domain.Code) error {
	before, err := w.MessagesOf(c.No)
	if err != nil {
		return err
	}
	tried := map[string]bool{}
	for _, m := range before {
		tried[m.Person] = tried[m.Person] || m.Kind == domain.MessageDuty && !m.Queued.Before(c.StageSince)
	}
	called, err := o.callOffice(w, c, now, func(op domain.Operator) bool { return op.StandIn && !tried[op.Person] })
	if err != nil || called {
		return err
	}
	c, err = w.Contract(c.No)
	if err != nil {
		return err
	}
	return o.flag(w.As(domain.System()), c, flag)
}

func (o *Office) callOffice(w *Work, c domain.Contract, now time.Time, wanted func(domain.Operator) bool) (called bool, err error) {
	ops, err := w.Operators()
	if err != nil {
		return false, err
	}
	for _, op := range ops {
		if op.Disabled || op.Person == "" || !wanted(op) {
			continue
		}
		if err := o.callSigner(w, domain.MessageDuty, c, op.Person, now); err != nil {
			return called, err
		}
		called = true
	}
	return called, nil
}
