package runner

import (
	"context"
	"sync"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/port"
)

// Lead makes this process the runner of the folder and works until the context ends or the lead is lost. Error:
// CodeEngineTaken with the holder's name when another process leads.
func Lead(ctx context.Context, r *Runner, schedule func(context.Context) error, lease time.Duration) error {
	q, owner := r.o.Queue, r.o.Owner
	if err := lead(ctx, q, owner, r.o.Now(), lease); err != nil {
		return err
	}
	ctx, stop := context.WithCancelCause(ctx)
	var beat sync.WaitGroup
	beat.Go(func() {
		tick := time.NewTicker(lease / 3)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			if err := lead(ctx, q, owner, r.o.Now(), lease); domain.CodeOf(err) == domain.CodeEngineTaken {
				stop(err)
				return
			}
		}
	})
	err := schedule(ctx)
	if err == nil {
		err = r.Work(ctx)
	}
	lostTo := context.Cause(ctx)
	stop(nil)
	beat.Wait() // a beat after leaving would take the lead back
	if errLeave := q.LeaveEngine(context.WithoutCancel(ctx), owner); errLeave != nil && err == nil {
		err = errLeave
	}
	if err == nil && domain.CodeOf(lostTo) == domain.CodeEngineTaken {
		err = lostTo
	}
	return err
}

func lead(ctx context.Context, q port.Queue, owner string, now time.Time, lease time.Duration) error {
	holder, led, err := q.LeadRunner(ctx, owner, now, now.Add(lease))
	if err == nil && !led {
		err = domain.Fail(domain.CodeEngineTaken, holder)
	}
	return err
}
