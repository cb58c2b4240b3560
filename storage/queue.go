package storage

import (
	"context"
	"time"

	"campus.example/sealdesk/domain"
)

// absurd is how far in the future a lease may end. Beyond it the clock has jumped back since, and the lease is not
// waited for.
const absurd = 10 * time.Minute

// next chooses the job to claim: the most urgent one that is ready, or whose worker is lost.
const next = `select id from (
	select * from (select id, priority, run_at from job
		where state = 'ready' and (?2 = 0 and run_at <= ?1 or id = ?2)
		order by priority desc, run_at, id limit 1)
	union all
	select * from (select id, priority, run_at from job
		where state = 'running' and (lease_until <= ?1 or lease_until > ?3) and (?2 = 0 or id = ?2)
		order by priority desc, run_at, id limit 1)
) order by priority desc, run_at, id limit 1`

// Claim takes the next ready job, or one whose lease ran out, under a new fence, in one statement. Only is a job's
// number, or 0 for any; a job asked for by its number need not be due. When it was in flight is kept: a later worker has to know that the network may have been
// touched.
func (s *Store) Claim(
	ctx context.Context, owner string, now time.Time, lease time.Duration, only int64,
) (job domain.Job, found bool, err error) {
	far := micros(now.Add(max(absurd, 4*lease)))
	// Looked for on a snapshot first: an idle runner takes no write lock.
	err = s.read(ctx, func(t *Tx) error {
		_, err := one(t, "job", func(s scan) (id int64, err error) {
			err = s(&id)
			return id, err
		}, next, micros(now), only, far)
		return err
	})
	if err == nil {
		err = s.inTx(ctx, func(t *Tx) error {
			job, err = one(t, "job", readJob, `update job set state = 'running', attempt = attempt + 1, fence = fence + 1, owner = ?4,
				lease_until = ?5 where id = (`+next+`) returning `+jobColumns,
				micros(now), only, far, owner, micros(now.Add(lease)))
			return err
		})
	}
	if domain.CodeOf(err) == domain.CodeNotFound {
		return domain.Job{}, false, nil
	}
	return job, err == nil, err
}

// Extend prolongs the lease. Error: CodeFenced when another worker has the job now.
func (s *Store) Extend(ctx context.Context, job domain.Job, until time.Time) error {
	return s.inTx(ctx, func(t *Tx) error {
		return t.must(domain.CodeFenced, "update job set lease_until = ?"+held, micros(until), job.ID, job.Fence)
	})
}

// MarkInflight commits the intent to touch the network. Error: CodeFenced.
func (s *Store) MarkInflight(ctx context.Context, job domain.Job, now time.Time) error {
	return s.inTx(ctx, func(t *Tx) error {
		return t.must(domain.CodeFenced, "update job set inflight_at = ?"+held, micros(now), job.ID, job.Fence)
	})
}

// Release puts a job back that did not finish in its own act. That it was in flight is kept. Error: CodeFenced.
func (s *Store) Release(
	ctx context.Context, job domain.Job, state domain.JobState, runAt time.Time, counted bool, reason string,
) error {
	back := 1
	if counted {
		back = 0
	}
	return s.inTx(ctx, func(t *Tx) error {
		return t.must(domain.CodeFenced, `update job set state = ?, run_at = ?, attempt = max(attempt - ?, 0), last_error = ?, owner = '',
			lease_until = 0`+held, state, micros(runAt), back, reason, job.ID, job.Fence)
	})
}
