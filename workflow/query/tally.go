package query

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Tally counts the office's work.
type Tally struct {
	Stages        map[domain.Stage]int
	Messages      map[domain.MessageKind]map[domain.MessageState]int
	Seals         map[domain.Act]int // committed ones
	Jobs          map[domain.JobState]int
	Verifications map[domain.VerificationState]int
	Reviews       map[domain.ReviewState]int
}

// Tally counts everything for an operator's overview.
func (o *Query) Tally(ctx context.Context, by domain.Caller) (t Tally, err error) {
	err = o.View(ctx, by, domain.ActionReadOffice, action.ObjectOffice, func(w *action.Work) (err error) {
		if t.Stages, err = w.StageCounts(); err != nil {
			return err
		}
		if t.Messages, err = w.MessageCounts(); err != nil {
			return err
		}
		if t.Seals, err = w.SealCounts(); err != nil {
			return err
		}
		if t.Jobs, err = w.JobCounts(); err != nil {
			return err
		}
		if t.Verifications, err = w.VerificationCounts(); err != nil {
			return err
		}
		t.Reviews, err = w.ReviewCounts()
		return err
	})
	return t, err
}
