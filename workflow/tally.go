package workflow

import (
	"context"

	"sealdesk/domain"
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
func (o *Office) Tally(ctx context.Context, operator string) (t Tally, err error) {
	err = o.view(ctx, operator, domain.RightRead, func(tx Tx) (err error) {
		if t.Stages, err = tx.StageCounts(); err != nil {
			return err
		}
		if t.Messages, err = tx.MessageCounts(); err != nil {
			return err
		}
		if t.Seals, err = tx.SealCounts(); err != nil {
			return err
		}
		if t.Jobs, err = tx.JobCounts(); err != nil {
			return err
		}
		if t.Verifications, err = tx.VerificationCounts(); err != nil {
			return err
		}
		t.Reviews, err = tx.ReviewCounts()
		return err
	})
	return t, err
}
