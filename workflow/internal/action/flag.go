package action

import (
	"context"
	"errors"

	"campus.example/sealdesk/domain"
)

// ErrRevised says that a contract is not any more what was read: what was found out about it is void.
func ErrRevised(no string) error { return domain.Fail(domain.CodeStale, no) }

// Unrevised returns the contract as it stands now, when its revision is the one that was read before long work. Flags
// and the like may have changed since. Error: CodeStale.
func Unrevised(w *Work, read domain.Contract) (domain.Contract, error) {
	c, err := w.Contract(read.No)
	if err == nil && c.Revision != read.Revision {
		err = ErrRevised(read.No)
	}
	return c, err
}

// Flagged raises a problem that an act found after its right was checked, and returns the problem. It raises nothing on
// a contract that was revised meanwhile.
func (o *Runner) Flagged(ctx context.Context, by domain.Caller, action domain.Action, read domain.Contract, problem error) error {
	err := o.Act(ctx, by, action, ContractObject(read.No), func(w *Work) error {
		c, err := Unrevised(w, read)
		if err != nil {
			return err
		}
		return o.Flag(w, c, domain.CodeOf(problem))
	})
	if domain.CodeOf(err) == domain.CodeStale {
		err = nil
	}
	return errors.Join(problem, err)
}

// FlaggedByJob is flagged for a job of the program. It returns the problem.
func (o *Runner) FlaggedByJob(ctx context.Context, job domain.Job, no string, problem error) error {
	err := o.Step(ctx, job, func(w *Work) error {
		c, err := w.Contract(no)
		if err != nil {
			return err
		}
		return o.Flag(w, c, domain.CodeOf(problem))
	})
	return errors.Join(problem, err)
}

// Flag writes a problem on a contract, with its event. The same problem again changes nothing.
func (o *Runner) Flag(w *Work, c domain.Contract, code domain.Code) error {
	if c.Problem.Code == code {
		return nil
	}
	before := c.Problem.Code
	c.Flag(code, o.Now())
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	return w.RecordFlag(c, before)
}

// RecordFlag records that the problem of a contract changed.
func (w *Work) RecordFlag(c domain.Contract, before domain.Code) error {
	return w.Record(domain.ActionContractFlag, ContractObject(c.No), domain.Event{
		Before: string(c.Stage), After: string(c.Stage), Code: c.Problem.Code, Detail: domain.Fields("instead_of", string(before)),
	})
}
