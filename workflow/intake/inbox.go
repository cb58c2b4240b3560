package intake

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// IntakeState is what stands at intake: offers that need an operator, and a list that cannot be read.
type IntakeState struct {
	domain.IntakeCounts
	Poll PollFailures
}

// IntakeState counts what stands at intake.
func (o *Intakes) IntakeState(ctx context.Context, by domain.Caller) (s IntakeState, err error) {
	err = o.View(ctx, by, domain.ActionReadOffice, action.ObjectIntake, func(w *action.Work) (err error) {
		s, err = StateOf(w)
		return err
	})
	return s, err
}

// StateOf is IntakeState within an act.
func StateOf(w *action.Work) (s IntakeState, err error) {
	if s.IntakeCounts, err = w.IntakeCounts(); err != nil {
		return s, err
	}
	s.Poll, err = pollFailuresOf(w)
	return s, err
}

// ReceivedOffers lists offers, newest first: those that are open, or with all the settled ones too. What they say is left
// out.
func (o *Intakes) ReceivedOffers(ctx context.Context, by domain.Caller, all bool) (list []domain.ReceivedOffer, err error) {
	err = o.View(ctx, by, domain.ActionReadIntake, action.ObjectIntake, func(w *action.Work) error {
		f := domain.OfferFilter{States: domain.OpenOffers()}
		if all {
			f.States = nil
		}
		list, err = w.ReceivedOffers(f)
		for i := range list {
			list[i].Offer = domain.Offer{}
		}
		return err
	})
	return list, err
}

// DropOffer takes an item without a number, or an offer that was given up, off the list, for a reason. One that is still
// tried, or waits for a decision, stays. Errors: CodeReasonEmpty, CodeNotFound, CodeOfferState for an offer in another
// state.
func (o *Intakes) DropOffer(ctx context.Context, by domain.Caller, id, reason string) error {
	reason, err := domain.CheckReason(reason)
	if err != nil {
		return err
	}
	return o.Act(ctx, by, domain.ActionIntakeDrop, offerObject(id), func(w *action.Work) error {
		r, err := w.ReceivedOffer(id)
		if err != nil {
			return err
		}
		if r.State != domain.OfferRefused {
			return domain.Fail(domain.CodeOfferState, id, string(r.State))
		}
		before := r.State
		r.State, r.Reason, r.Changed = domain.OfferDropped, reason, o.Now()
		if err := w.UpdateReceivedOffer(r); err != nil {
			return err
		}
		if err := w.CancelJob(intakeKey(id), o.Now()); err != nil {
			return err
		}
		return w.Record(domain.ActionIntakeDrop, offerObject(id), domain.Event{
			Before: string(before), After: string(r.State), Code: r.Code, Detail: domain.Fields("no", r.No, "reason", reason),
		})
	})
}
