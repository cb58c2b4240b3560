package notify

import (
	"context"
	"strconv"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// TellStage tells the procurement system that a contract has left the path, where it came from there.
func (o *Notifier) TellStage(w *action.Work, c domain.Contract, now time.Time) error {
	if c.Source != domain.FromProcurement {
		return nil
	}
	unique := domain.JobKeyStatus + c.No + ":" + strconv.Itoa(c.Round) + ":" + string(c.Stage)
	return o.Enqueue(w, domain.JobStatus, unique, action.JobArgs{ID: c.No, Stage: c.Stage}, now)
}

func (o *Notifier) RunStatus(ctx context.Context, job domain.Job, args action.JobArgs) error {
	var c domain.Contract
	err := o.Snapshot(ctx, func(w *action.Work) (err error) {
		c, err = w.Contract(args.ID)
		return err
	})
	if err != nil {
		return err
	}
	if args.Stage != "" && args.Stage != c.Stage { // it went on meanwhile: that is told by itself
		return o.Finish(ctx, job, action.Nothing)
	}
	if err := o.Store.MarkInflight(ctx, job, o.Now()); err != nil {
		return err
	}
	if err := o.Procurement.Status(ctx, c.No, c.Stage, c.Reason); err != nil {
		return err
	}
	return o.Finish(ctx, job, action.Nothing)
}
