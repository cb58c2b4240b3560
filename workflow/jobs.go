package workflow

import (
	"context"
	"encoding/json"
	"errors"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Run does one claimed job. A nil error means that the job was finished in the transaction of its effect. Later
// snoozes it; CodeFenced means that another worker has it now; any other error is one failed attempt, which is repeated when
// its code is retryable or it is an Again.
func (o *Office) Run(ctx context.Context, job domain.Job) error {
	var args action.JobArgs
	if err := json.Unmarshal([]byte(job.Args), &args); err != nil {
		return domain.Fail(domain.CodeInternal).Because(err)
	}
	switch job.Kind {
	case domain.JobPoll:
		return o.RunPoll(ctx, job)
	case domain.JobIntake:
		return o.RunIntake(ctx, job, args)
	case domain.JobAnswer:
		return o.RunAnswer(ctx, job, args)
	case domain.JobPush:
		return o.RunPush(ctx, job, args)
	case domain.JobSMS:
		return o.notifier.RunSMS(ctx, job, args)
	case domain.JobCheck:
		return o.RunCheck(ctx, job, args)
	case domain.JobAct:
		return o.RunAct(ctx, job, args)
	case domain.JobDeliver:
		return o.RunDeliver(ctx, job, args)
	case domain.JobStatus:
		return o.notifier.RunStatus(ctx, job, args)
	case domain.JobPeriod:
		return o.RunPeriod(ctx, job)
	case domain.JobReconcile:
		return o.RunReconcile(ctx, job)
	case domain.JobSweep:
		return o.RunSweep(ctx, job)
	case domain.JobRefusals:
		return o.RunRefusals(ctx)
	}
	return domain.Fail(domain.CodeInternal).Because(errors.New("no such kind of job: " + string(job.Kind)))
}

// Schedule makes sure that the standing jobs exist. The runner calls it when it begins.
func (o *Office) Schedule(ctx context.Context) error {
	return o.BySystem(ctx, func(w *action.Work) error {
		for _, kind := range domain.StandingKinds() {
			at := o.Now()
			if kind == domain.JobReconcile {
				at = o.Night()
			}
			if err := o.Enqueue(w, kind, string(kind), action.JobArgs{}, at); err != nil {
				return err
			}
		}
		return nil
	})
}
