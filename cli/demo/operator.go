//go:build !office

package demo

import (
	"bytes"
	"context"
	"time"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

// operator is the automatic operator: it does by the same functions what a person at the console does by keys.
type operator struct {
	office *app.App
	who    domain.Caller
	pin    []byte
	tell   func(Event)
}

// round does whatever waits for the office now; busy tells that there was something.
func (o *operator) round(ctx context.Context) (busy bool, err error) {
	for _, do := range []func(context.Context) (bool, error){o.push, o.review, o.seal} {
		did, err := do(ctx)
		if err != nil {
			return busy, err
		}
		busy = busy || did
	}
	return busy, nil
}

func (o *operator) push(ctx context.Context) (bool, error) {
	return o.each(ctx, domain.StageToPush, Pushed, func(no string) error { return o.office.Office.Push(ctx, o.who, no) })
}

func (o *operator) seal(ctx context.Context) (bool, error) {
	return o.each(ctx, domain.StageToSeal, Sealed, func(no string) error {
		if !o.office.Sealer.Unlocked() {
			if err := o.office.Office.UnlockSeal(ctx, o.who, bytes.Clone(o.pin)); err != nil {
				return err
			}
		}
		return o.office.SealNow(ctx, o.who, no, nil)
	})
}

func (o *operator) each(ctx context.Context, stage domain.Stage, done Kind, act func(no string) error) (bool, error) {
	list, err := o.office.Office.Contracts(ctx, o.who, app.ContractFilter{Stages: []domain.Stage{stage}})
	if err != nil {
		return false, err
	}
	busy := false
	for _, c := range list {
		if c.Problem.Code != "" {
			continue
		}
		err := act(c.No)
		switch domain.CodeOf(err) {
		case domain.CodeNotVerified: // the sealer is just proving who he is, by the message he got (S49)
			continue
		case domain.CodeStale, domain.CodeWrongStage, domain.CodeOutOfTurn, domain.CodeSealRunning, domain.CodeStorageBusy:
			continue // somebody else was faster, or the next round will do it
		}
		if err != nil {
			return busy, err
		}
		busy = true
		o.tell(Event{Kind: done, No: c.No})
	}
	return busy, nil
}

// review claims, looks at both photos and decides. The demo's people show what they should.
func (o *operator) review(ctx context.Context) (bool, error) {
	list, err := o.office.Office.Reviews(ctx, o.who, []domain.ReviewState{domain.ReviewOpen, domain.ReviewClaimed}, 0)
	if err != nil {
		return false, err
	}
	for _, r := range list {
		if err := o.office.Office.ClaimReview(ctx, o.who, r.ID); err != nil {
			return false, err
		}
		photos, err := o.office.Office.ReviewPhotos(ctx, o.who, r.ID)
		if err != nil {
			return false, err
		}
		if len(photos.Front) == 0 || len(photos.Held) == 0 {
			return false, domain.Fail(domain.CodePhotoInvalid)
		}
		if err := o.office.Office.ApproveReview(ctx, o.who, r.ID, ""); err != nil {
			return false, err
		}
		o.tell(Event{Kind: Reviewed, No: r.ID})
	}
	return len(list) > 0, nil
}

// rest waits between two rounds.
func rest(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}
