package workflow

import (
	"context"
	"errors"

	"sealdesk/domain"
)

// errRevised says that a contract is not any more what was read: what was found out about it is void.
func errRevised(no string) error { return domain.Fail(domain.CodeStale, no) }

// unrevised returns the contract as it stands now, when its revision is the one that was read before long work. Flags
// and the like may have changed since. Error: CodeStale.
func unrevised(w *Work, read domain.Contract) (domain.Contract, error) {
	c, err := w.Contract(read.No)
	if err == nil && c.Revision != read.Revision {
		err = errRevised(read.No)
	}
	return c, err
}

// flagged raises a problem that an act found after its right was checked, and returns the problem. It raises nothing on
// a contract that was revised meanwhile.
func (o *Office) flagged(ctx context.Context, by domain.Caller, action domain.Action, read domain.Contract, problem error) error {
	err := o.act(ctx, by, action, contractObject(read.No), func(w *Work) error {
		c, err := unrevised(w, read)
		if err != nil {
			return err
		}
		return o.flag(w, c, domain.CodeOf(problem))
	})
	if domain.CodeOf(err) == domain.CodeStale {
		err = nil
	}
	return errors.Join(problem, err)
}

// flaggedByJob is flagged for a job of the program. It returns the problem.
func (o *Office) flaggedByJob(ctx context.Context, job domain.Job, no string, problem error) error {
	err := o.step(ctx, job, func(w *Work) error {
		c, err := w.Contract(no)
		if err != nil {
			return err
		}
		return o.flag(w, c, domain.CodeOf(problem))
	})
	return errors.Join(problem, err)
}

// flag writes a problem on a contract, with its event. The same problem again changes nothing.
func (o *Office) flag(w *Work, c domain.Contract, code domain.Code) error {
	if c.Problem.Code == code {
		return nil
	}
	before := c.Problem.Code
	c.Flag(code, o.Now())
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	return w.recordFlag(c, before)
}

// recordFlag records that the problem of a contract changed.
func (w *Work) recordFlag(c domain.Contract, before domain.Code) error {
	return w.Record(domain.ActionContractFlag, contractObject(c.No), domain.Event{
		Before: string(c.Stage), After: string(c.Stage), Code: c.Problem.Code, Detail: domain.Fields("instead_of", string(before)),
	})
}
