package action

import (
	"context"
	"errors"
	"strconv"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/port"
)

// repeatWindow is how long the repeats of one refusal are counted before they become an event.
const repeatWindow = time.Minute

// refusalBatch bounds how many counted refusals one transaction turns into events.
const refusalBatch = 50

// Refused records a refusal that an auditor asks about and returns the refusal. The first one is an event at once. The
// same refusal within a minute is counted instead; the count becomes one event later. Refusals of strangers, who have
// proven nothing, are counted apart and never become events, so that they cannot fill the record.
func (o *Runner) Refused(ctx context.Context, by domain.Caller, action domain.Action, object string, refusal error) error {
	code := domain.CodeOf(refusal)
	switch {
	case code == "":
		return refusal
	case by.Kind == domain.ActorVisitor, by.Kind == domain.ActorSigner && by.Proof.Kind != domain.ProofSession:
		o.strangers.count(action, code)
		return refusal
	case !code.Recorded():
		return refusal
	}
	err := o.Store.InTx(ctx, func(tx port.Tx) error {
		return o.recordRefusal(o.work(tx, by), action, object, code)
	})
	return errors.Join(refusal, err)
}

// recordRefusal appends the event of a refusal, or counts a repeat.
func (o *Runner) recordRefusal(w *Work, action domain.Action, object string, code domain.Code) error {
	r := domain.Refusal{Actor: w.By.Actor, Proof: w.By.Proof.String(), Action: action, Object: object, Code: code, Since: o.Now()}
	if code == domain.CodeUnknownOperator {
		r.Object = "" // a caller who tries names and numbers at random is one caller
		r.Actor.ID = ""
	}
	before, err := w.Refusal(r)
	switch {
	case domain.CodeOf(err) == domain.CodeNotFound:
	case err != nil:
		return err
	case o.Now().Before(before.Since.Add(repeatWindow)):
		before.Repeats++
		return w.PutRefusal(before)
	default:
		if err := o.recordRepeats(w, before); err != nil {
			return err
		}
	}
	if err := w.Record(action, object, domain.Event{Code: code}); err != nil {
		return err
	}
	return w.PutRefusal(r)
}

// recordRepeats turns the repeats of a refusal into one event with their number.
func (o *Runner) recordRepeats(w *Work, r domain.Refusal) error {
	if r.Repeats > 0 {
		err := w.Append(domain.Event{
			At: o.Now(), Actor: r.Actor, Proof: r.Proof, Action: r.Action, Object: r.Object, Code: r.Code,
			Detail: domain.Fields("repeats", strconv.Itoa(r.Repeats), "since", r.Since.UTC().Format(time.RFC3339)),
		})
		if err != nil {
			return err
		}
	}
	return w.DropRefusal(r)
}

// RunRefusals settles the counted refusals once a minute.
func (o *Runner) RunRefusals(ctx context.Context) error {
	if err := o.SettleRefusals(ctx); err != nil {
		return err
	}
	return &port.Later{At: o.Now().Add(repeatWindow), Why: "schedule"}
}

// SettleRefusals records the repeats whose minute is over, and adds what was counted of strangers to the store. A call
// with nothing to settle writes nothing.
func (o *Runner) SettleRefusals(ctx context.Context) error {
	before := o.Now().Add(-repeatWindow)
	counted := o.strangers.take()
	due := 0
	err := o.Snapshot(ctx, func(w *Work) error {
		list, err := w.RefusalsBefore(before, refusalBatch)
		due = len(list)
		return err
	})
	if err != nil || due == 0 && len(counted) == 0 {
		return err
	}
	return o.BySystem(ctx, func(w *Work) error {
		list, err := w.RefusalsBefore(before, refusalBatch)
		if err != nil {
			return err
		}
		for _, r := range list {
			if err := o.recordRepeats(w, r); err != nil {
				return err
			}
		}
		return w.CountStrangers(counted, o.Now())
	})
}
