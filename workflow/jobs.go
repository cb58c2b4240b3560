package workflow

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"time"

	"sealdesk/domain"
)

// Later is a handler's wish to be called again at a time without the attempt counting: a result is pending, a key
// is locked, it is the schedule.
type Later struct {
	At  time.Time
	Why string
}

// Error tells why.
func (l *Later) Error() string { return "later: " + l.Why }

// Again is a failed attempt that is repeated with growing pauses, up to the job's limit, though its code says that the
// same work has the same result: what it works on may be replaced meanwhile.
type Again struct{ Err error }

// Error returns that of the attempt.
func (a *Again) Error() string { return a.Err.Error() }

// Unwrap returns the error of the attempt.
func (a *Again) Unwrap() error { return a.Err }

// Run does one claimed job. A nil error means that the job was finished in the transaction of its effect. Later
// snoozes it; CodeFenced means that another worker has it now; any other error is one failed attempt, which is repeated when
// its code is retryable or it is an Again.
func (o *Office) Run(ctx context.Context, job domain.Job) error {
	var args jobArgs
	if err := json.Unmarshal([]byte(job.Args), &args); err != nil {
		return domain.Fail(domain.CodeInternal).Because(err)
	}
	switch job.Kind {
	case domain.JobPoll:
		return o.runPoll(ctx, job)
	case domain.JobIntake:
		return o.runIntake(ctx, job, args)
	case domain.JobAnswer:
		return o.runAnswer(ctx, job, args)
	case domain.JobPush:
		return o.runPush(ctx, job, args)
	case domain.JobSMS:
		return o.runSMS(ctx, job, args)
	case domain.JobCheck:
		return o.runCheck(ctx, job, args)
	case domain.JobAct:
		return o.runAct(ctx, job, args)
	case domain.JobDeliver:
		return o.runDeliver(ctx, job, args)
	case domain.JobStatus:
		return o.runStatus(ctx, job, args)
	case domain.JobPeriod:
		return o.runPeriod(ctx, job)
	case domain.JobReconcile:
		return o.runReconcile(ctx, job)
	case domain.JobSweep:
		return o.runSweep(ctx, job)
	case domain.JobRefusals:
		return o.runRefusals(ctx)
	}
	return domain.Fail(domain.CodeInternal).Because(errors.New("no such kind of job: " + string(job.Kind)))
}

// Schedule makes sure that the standing jobs exist. The engine calls it when it begins.
func (o *Office) Schedule(ctx context.Context) error {
	return o.bySystem(ctx, func(w *Work) error {
		for _, kind := range domain.StandingKinds() {
			at := o.Now()
			if kind == domain.JobReconcile {
				at = o.night()
			}
			if err := o.enqueue(w, kind, string(kind), jobArgs{}, at); err != nil {
				return err
			}
		}
		return nil
	})
}

// tellStage tells the procurement system that a contract has left the path, where it came from there.
func (o *Office) tellStage(w *Work, c domain.Contract, now time.Time) error {
	if c.Source != domain.FromProcurement {
		return nil
	}
	unique := domain.JobKeyStatus + c.No + ":" + strconv.Itoa(c.Round) + ":" + string(c.Stage)
	return o.enqueue(w, domain.JobStatus, unique, jobArgs{ID: c.No, Stage: c.Stage}, now)
}

func (o *Office) runStatus(ctx context.Context, job domain.Job, args jobArgs) error {
	var c domain.Contract
	err := o.snapshot(ctx, func(w *Work) (err error) {
		c, err = w.Contract(args.ID)
		return err
	})
	if err != nil {
		return err
	}
	if args.Stage != "" && args.Stage != c.Stage { // it went on meanwhile: that is told by itself
		return o.finish(ctx, job, nothing)
	}
	if err := o.Store.MarkInflight(ctx, job, o.Now()); err != nil {
		return err
	}
	if err := o.Procurement.Status(ctx, c.No, c.Stage, c.Reason); err != nil {
		return err
	}
	return o.finish(ctx, job, nothing)
}
