package operators

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// SetDuty puts one operator on duty in place of the others (G12). Error: CodeNoDuty for someone without a phone.
func (o *Operators) SetDuty(ctx context.Context, by domain.Caller, name string) error {
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
func (o *Operators) SetStandIn(ctx context.Context, by domain.Caller, name string) error {
	return o.roster(ctx, by, name, domain.ActionOperatorStandIn, func(op *domain.Operator, chosen bool) bool {
		changed := op.StandIn != chosen
		op.StandIn = chosen
		return changed
	})
}

func (o *Operators) roster(
	ctx context.Context, by domain.Caller, name string, what domain.Action, set func(op *domain.Operator, chosen bool) (changed bool),
) error {
	return o.Act(ctx, by, what, domain.ObjectOperator+name, func(w *action.Work) error {
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
		return w.Record(what, domain.ObjectOperator+name, domain.Event{})
	})
}
