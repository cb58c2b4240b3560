package query

import (
	"context"
	"strings"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/intake"
	"campus.example/sealdesk/workflow/internal/action"
)

// Desk is what the console shows on every page: who sits there, and how much waits where.
type Desk struct {
	Operator      domain.Operator
	Stages        map[domain.Stage]int
	Verifications map[domain.VerificationState]int
	Reviews       map[domain.ReviewState]int
	Jobs          map[domain.JobState]int
	Due           time.Time  // the tightest deadline at the review desk, zero when none waits
	Stuck         int        // people whose verification failed in the last day and who are not verified yet
	Unreached     int        // jobs that wait because a provider could not be reached
	Intake        int        // offers that wait after failures or for a decision, were given up or have no number
	PollFailing   bool       // the list of approved contracts cannot be read
	Unlocked      bool       // the office's seal key is open in this process
	SecondFrom    domain.Fen // amount from which a second sealer confirms, 0 for never (G13)
}

// stuckLimit bounds how many failed tries are looked through for Desk.Stuck: the number is shown, not worked with.
const stuckLimit = 200

// Desk counts the office's work for one operator.
func (o *Query) Desk(ctx context.Context, by domain.Caller) (d Desk, err error) {
	err = o.View(ctx, by, domain.ActionReadOffice, action.ObjectOffice, func(w *action.Work) (err error) {
		rules, err := o.Rules(w)
		if err != nil {
			return err
		}
		d = Desk{Operator: w.Self, Unlocked: o.Sealer != nil && o.Sealer.Unlocked(), SecondFrom: rules.SecondFrom}
		if d.Stages, err = w.StageCounts(); err != nil {
			return err
		}
		if d.Verifications, err = w.VerificationCounts(); err != nil {
			return err
		}
		if d.Reviews, err = w.ReviewCounts(); err != nil {
			return err
		}
		if d.Jobs, err = w.JobCounts(); err != nil {
			return err
		}
		next, err := w.Reviews([]domain.ReviewState{domain.ReviewOpen, domain.ReviewClaimed}, 1)
		if err != nil {
			return err
		}
		if len(next) > 0 {
			d.Due = next[0].Due
		}
		if d.Unreached, err = unreached(w); err != nil {
			return err
		}
		at, err := intake.StateOf(w)
		if err != nil {
			return err
		}
		d.Intake, d.PollFailing = at.Total(), at.Poll.Alarm(o.Now())
		d.Stuck, err = o.stuck(w)
		return err
	})
	return d, err
}

// unreachedLimit bounds how many jobs are looked through for Desk.Unreached.
const unreachedLimit = 200

func unreached(w *action.Work) (n int, err error) {
	jobs, err := w.Jobs(domain.JobFilter{States: []domain.JobState{domain.JobReady, domain.JobRunning}, Limit: unreachedLimit})
	for _, j := range jobs {
		if strings.HasPrefix(j.LastError, string(domain.CodeProviderDown)) {
			n++
		}
	}
	return n, err
}

func (o *Query) stuck(w *action.Work) (int, error) {
	failed, err := w.Verifications(domain.VerificationFilter{
		States: []domain.VerificationState{domain.VerificationFailed, domain.VerificationRefused},
		Since:  o.Now().Add(-24 * time.Hour), Limit: stuckLimit,
	})
	if err != nil {
		return 0, err
	}
	seen := map[string]bool{}
	count := 0
	for _, v := range failed {
		if seen[v.Person] {
			continue
		}
		seen[v.Person] = true
		p, err := w.Person(v.Person)
		if err != nil {
			return 0, err
		}
		if !p.VerifiedAt(o.Now()) {
			count++
		}
	}
	return count, nil
}

// QueuedVerification is one try with what an operator needs to help it along.
type QueuedVerification struct {
	domain.Verification
	Signer   domain.Person
	Contract domain.Contract // the one that waits for the signer, zero when none does
	Tries    int             // of this person, all methods, in the last day
	Asking   domain.Job      // the question to the provider, zero when there is none
}

// VerificationQueue lists tries with their signers, newest first.
func (o *Query) VerificationQueue(
	ctx context.Context, by domain.Caller, f domain.VerificationFilter,
) (list []QueuedVerification, err error) {
	err = o.View(ctx, by, domain.ActionReadVerifications, action.ObjectVerifications, func(w *action.Work) error {
		tries, err := w.Verifications(f)
		if err != nil {
			return err
		}
		list = make([]QueuedVerification, 0, len(tries))
		for _, v := range tries {
			q, err := o.queued(w, v)
			if err != nil {
				return err
			}
			list = append(list, q)
		}
		return nil
	})
	return list, err
}

func (o *Query) queued(w *action.Work, v domain.Verification) (q QueuedVerification, err error) {
	q.Verification = v
	if q.Signer, err = w.Person(v.Person); err != nil {
		return q, err
	}
	day, err := w.Verifications(domain.VerificationFilter{Person: v.Person, Since: o.Now().Add(-24 * time.Hour)})
	if err != nil {
		return q, err
	}
	q.Tries = len(day)
	waiting, err := w.Contracts(domain.ContractFilter{
		Signer: v.Person, Limit: 1,
		Stages: []domain.Stage{domain.StageBSigning, domain.StageBSealing, domain.StageASigning},
	})
	if err != nil {
		return q, err
	}
	if len(waiting) > 0 {
		q.Contract = waiting[0]
	}
	if v.State != domain.VerificationChecked {
		return q, nil
	}
	q.Asking, err = w.JobByKey(domain.JobKeyCheck + v.OrderNo)
	if domain.CodeOf(err) == domain.CodeNotFound {
		err = nil
	}
	return q, err
}

// ReviewCase is one manual review with what the signer stated. Of an enrolment, Shown is what was shown, and Try holds
// the verified identity of whoever showed it.
type ReviewCase struct {
	domain.Review
	Try    domain.Verification
	Shown  domain.Enrolment
	Signer domain.Person
	Before []domain.Review // earlier ones of the same signer, newest first
}

// ReviewQueue lists the review desk's cases, oldest first.
func (o *Query) ReviewQueue(
	ctx context.Context, by domain.Caller, states []domain.ReviewState, limit int,
) (list []ReviewCase, err error) {
	err = o.View(ctx, by, domain.ActionReadReviews, action.ObjectReviews, func(w *action.Work) error {
		reviews, err := w.Reviews(states, limit)
		if err != nil {
			return err
		}
		list = make([]ReviewCase, 0, len(reviews))
		for _, r := range reviews {
			c := ReviewCase{Review: r}
			if c.Signer, err = w.Person(r.Person); err != nil {
				return err
			}
			if r.Kind == domain.ReviewIdentity {
				c.Try, err = w.Verification(r.Verification)
			} else {
				c.Try.Identity = c.Signer.Identity
				c.Shown, err = w.Enrolment(r.Enrolment)
			}
			if err != nil {
				return err
			}
			all, err := w.ReviewsOf(r.Person)
			if err != nil {
				return err
			}
			for _, other := range all {
				if other.ID != r.ID && other.Kind == r.Kind {
					c.Before = append(c.Before, other)
				}
			}
			list = append(list, c)
		}
		return nil
	})
	return list, err
}
