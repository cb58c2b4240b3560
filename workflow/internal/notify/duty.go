package notify

import (
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// CallDuty sends the message to the operator on duty (S45, S97), or to the stand-in when nobody on duty can be
// reached (G12). The link leads a sealer who is not verified yet to his verification. With nobody to call, the contract
// says so.
func (o *Notifier) CallDuty(w *action.Work, c domain.Contract, now time.Time) error {
	called, err := o.callOffice(w, c, now, func(op domain.Operator) bool { return op.Duty })
	if err != nil || called {
		return err
	}
	return o.callStandIn(w, c, now, domain.CodeNoDuty)
}

// callStandIn calls whoever stands in and has not been called to this contract; the contract is flagged when nobody is
// left.
func (o *Notifier) callStandIn(w *action.Work, c domain.Contract, now time.Time, flag domain.Code) error {
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
	return o.Flag(w.As(domain.System()), c, flag)
}

func (o *Notifier) callOffice(w *action.Work, c domain.Contract, now time.Time, wanted func(domain.Operator) bool) (called bool, err error) {
	ops, err := w.Operators()
	if err != nil {
		return false, err
	}
	for _, op := range ops {
		if op.Disabled || op.Person == "" || !wanted(op) {
			continue
		}
		if err := o.CallSigner(w, domain.MessageDuty, c, op.Person, now); err != nil {
			return called, err
		}
		called = true
	}
	return called, nil
}
