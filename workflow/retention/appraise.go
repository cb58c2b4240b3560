package retention

import (
	"context"
	"strconv"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// appraise looks for contracts that have been kept as long as they must be (G19). Nothing is deleted: each is flagged, and
// a person decides what becomes of it.
func (o *Retention) appraise(ctx context.Context, job domain.Job) error {
	var old []domain.Contract
	err := o.Snapshot(ctx, func(w *action.Work) error {
		rules, err := o.Rules(w)
		if err != nil {
			return err
		}
		old, err = w.Contracts(domain.ContractFilter{Stages: domain.Ended(), ReceivedBefore: o.Now().AddDate(-rules.KeepYears, 0, 0)})
		return err
	})
	if err != nil {
		return err
	}
	for _, c := range old {
		if c.Problem.Code != "" {
			continue // flagged already, or something else comes first
		}
		err := o.Step(ctx, job, func(w *action.Work) error {
			return o.appraiseOne(w, c.No)
		})
		if err != nil && domain.CodeOf(err) != domain.CodeStale {
			return err
		}
	}
	return nil
}

func (o *Retention) appraiseOne(w *action.Work, no string) error {
	c, err := w.Contract(no)
	if err != nil {
		return err
	}
	until, err := o.keptUntil(w, c)
	if err != nil || o.Now().Before(until) {
		return err
	}
	c.Flag(domain.CodeAppraisalDue, o.Now())
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	return w.As(domain.System()).Record(domain.ActionContractAppraise, action.ContractObject(no), domain.Event{
		Before: string(c.Stage), After: string(c.Stage), Detail: domain.Fields("kept_until", until.UTC().Format(time.RFC3339)),
	})
}

// keptUntil is how long a contract must be kept: the office's years from when it came to its end, or longer at an
// operator's word.
func (o *Retention) keptUntil(w *action.Work, c domain.Contract) (time.Time, error) {
	rules, err := o.Rules(w)
	if err != nil {
		return time.Time{}, err
	}
	until := c.StageSince.AddDate(rules.KeepYears, 0, 0)
	kept, err := w.Note(keepNote(c.No))
	if err != nil || kept == "" {
		return until, err
	}
	return time.Parse(time.RFC3339, kept)
}

func keepNote(no string) string { return domain.NoteKeep + no }

// maxKeep bounds how many years one decision keeps a contract.
const maxKeep = 100

// Keep decides that a contract is kept for more years from now on, for a reason. Errors: CodeReasonEmpty, CodeBadInput,
// CodeWrongStage for a contract that has not come to its end.
func (o *Retention) Keep(ctx context.Context, by domain.Caller, no string, years int, reason string) error {
	reason, err := domain.CheckReason(reason)
	if err != nil {
		return err
	}
	if years < 1 || years > maxKeep {
		return domain.Fail(domain.CodeBadInput, "limit")
	}
	return o.OnContract(ctx, by, no, domain.ActionContractKeep, func(w *action.Work, c domain.Contract) error {
		if !c.Stage.Ended() {
			return domain.Fail(domain.CodeWrongStage, no, c.Stage)
		}
		until := o.Now().AddDate(years, 0, 0).UTC().Format(time.RFC3339)
		if err := w.SetNote(keepNote(no), until); err != nil {
			return err
		}
		if c.Problem.Code == domain.CodeAppraisalDue {
			c.Problem = domain.Problem{}
			if err := w.UpdateContract(c); err != nil {
				return err
			}
		}
		return w.Record(domain.ActionContractKeep, action.ContractObject(no), domain.Event{
			Before: string(c.Stage), After: string(c.Stage),
			Detail: domain.Fields("years", strconv.Itoa(years), "until", until, "reason", reason),
		})
	})
}
