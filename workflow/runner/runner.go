// Package runner runs the office's jobs: it claims them under a lease and a fence, keeps the lease alive, hands them
// to the acts and puts what did not finish where it belongs. One process on the folder is the runner.
package runner

import (
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"sync"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/port"
)

// Options are what the runner works with.
type Options struct {
	Queue   port.Queue
	Run     func(context.Context, domain.Job) error
	Owner   string // this process, unique
	Workers int
	Lease   time.Duration // a claimed job is another worker's after this, unless extended
	Idle    time.Duration // how long to wait when nothing was ready
	Now     func() time.Time
	Log     *slog.Logger
}

// Runner runs jobs. Its methods are safe for concurrent use.
type Runner struct {
	o    Options
	wake chan struct{}
}

// New makes a runner; it does nothing before Work, Lead or Only.
func New(o Options) *Runner { return &Runner{o: o, wake: make(chan struct{}, 1)} }

// Wake tells an idle runner that there may be work: an act of this process just committed.
func (r *Runner) Wake() {
	select {
	case r.wake <- struct{}{}:
	default: // somebody is being woken already
	}
}

// Work claims and runs jobs until the context ends, then waits for the ones under way. Error: what storage said when
// it could not go on.
func (r *Runner) Work(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var wg sync.WaitGroup
	failed := make(chan error, r.o.Workers)
	for range r.o.Workers {
		wg.Go(func() {
			if err := r.loop(ctx); err != nil {
				failed <- err
				stop()
			}
		})
	}
	wg.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return nil
	}
}

func (r *Runner) loop(ctx context.Context) error {
	for ctx.Err() == nil {
		found, err := r.step(ctx, 0)
		if err != nil {
			return err
		}
		if found {
			continue
		}
		select {
		case <-ctx.Done():
		case <-r.wake:
		case <-time.After(r.o.Idle):
		}
	}
	return nil
}

// Only runs one job by its number and nothing else, for a command that carries its own work out. Found is false when
// another worker has it or it is not ready.
func (r *Runner) Only(ctx context.Context, job int64) (found bool, err error) {
	return r.step(ctx, job)
}

func (r *Runner) step(ctx context.Context, only int64) (found bool, err error) {
	job, found, err := r.o.Queue.Claim(ctx, r.o.Owner, r.o.Now(), r.o.Lease, only)
	switch {
	case found && err == nil: // also when the context has just ended: the job is settled and not left to its lease
	case ctx.Err() != nil, domain.CodeOf(err) == domain.CodeStorageBusy:
		return false, nil
	default:
		return false, err
	}
	r.do(ctx, job)
	return true, nil
}

// do runs one claimed job. The job's own context ends when the lease is lost: a worker that was frozen and wakes up
// must not go on.
func (r *Runner) do(ctx context.Context, job domain.Job) {
	held, lost := context.WithCancel(ctx)
	done := make(chan struct{})
	var beat sync.WaitGroup
	beat.Go(func() { r.heartbeat(held, done, lost, job) })
	err := r.o.Run(held, job)
	close(done)
	beat.Wait()
	lost()
	if err != nil {
		r.settle(ctx, job, err)
	}
	r.Wake() // what this job did may have made another ready
}

func (r *Runner) heartbeat(ctx context.Context, done <-chan struct{}, lost func(), job domain.Job) {
	tick := time.NewTicker(r.o.Lease / 3)
	defer tick.Stop()
	for {
		select {
		case <-done:
			return
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		err := r.o.Queue.Extend(ctx, job, r.o.Now().Add(r.o.Lease))
		if domain.CodeOf(err) == domain.CodeFenced {
			lost()
			return
		}
	}
}

// settle puts a job that did not finish back. After the runner's context ended, the lease is given up so that the
// next process need not wait for it.
func (r *Runner) settle(ctx context.Context, job domain.Job, err error) {
	ctx = context.WithoutCancel(ctx)
	state, at, counted := domain.JobReady, r.o.Now(), true
	var later *port.Later
	var again *port.Again
	repeat := domain.CodeOf(err).Retryable() || errors.As(err, &again)
	switch {
	case domain.CodeOf(err) == domain.CodeFenced:
		r.o.Log.Warn("job fenced off", "job", job.ID, "kind", job.Kind)
		return
	case errors.As(err, &later):
		at, counted = later.At, false
	case errors.Is(err, context.Canceled):
		counted = false
	case job.Kind.Class() == domain.ClassPark && !job.InflightAt.IsZero():
		state = domain.JobUnknown
	case !job.Kind.Standing() && (job.MaxAttempt > 0 && job.Attempt >= job.MaxAttempt || !repeat):
		state = domain.JobDead
	default:
		at = at.Add(Backoff(job.Attempt, rand.Float64()))
	}
	if later == nil {
		r.o.Log.Warn("job not done", "job", job.ID, "kind", job.Kind, "attempt", job.Attempt, "state", state, "err", err)
	}
	if errRelease := r.o.Queue.Release(ctx, job, state, at, counted, err.Error()); errRelease != nil &&
		domain.CodeOf(errRelease) != domain.CodeFenced {
		r.o.Log.Error("job not released", "job", job.ID, "err", errRelease)
	}
}

// Backoff is how long to wait after the attempt (from 1) failed: full jitter under 2^attempt seconds, at most 15
// minutes. Draw is uniform in [0,1).
func Backoff(attempt int, draw float64) time.Duration {
	limit := 15 * time.Minute
	if attempt < 10 {
		limit = min(limit, time.Second<<max(attempt, 0))
	}
	return time.Duration(draw * float64(limit))
}
