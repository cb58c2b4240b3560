package storage

import (
	"strings"
	"time"

	"campus.example/sealdesk/domain"
)

const jobColumns = `id, kind, uniq, args, state, priority, run_at, attempt, max_attempt, fence, owner, lease_until, inflight_at,
	last_error, created, finished`

func readJob(s scan) (j domain.Job, err error) {
	err = s(&j.ID, &j.Kind, &j.Unique, &j.Args, &j.State, &j.Priority, moment{&j.RunAt}, &j.Attempt, &j.MaxAttempt, &j.Fence, &j.Owner,
		moment{&j.LeaseUntil}, moment{&j.InflightAt}, &j.LastError, moment{&j.Created}, moment{&j.Finished})
	return j, err
}

// held is the condition every write of a worker carries: the job is running under the fence it was claimed with.
const held = " where id = ? and fence = ? and state = 'running'"

// Enqueue adds a ready job unless one with its key exists.
func (t *Tx) Enqueue(j domain.Job) (added bool, err error) {
	n, err := t.exec(`insert into job(kind, uniq, args, state, priority, run_at, attempt, max_attempt, fence, owner, lease_until,
		inflight_at, last_error, created, finished) values(?,?,?,'ready',?,?,0,?,0,'',0,0,'',?,0) on conflict(uniq) do nothing`,
		j.Kind, j.Unique, j.Args, j.Priority, micros(j.RunAt), j.MaxAttempt, micros(j.Created))
	return n > 0, err
}

// Job loads a job. Error: CodeNotFound.
func (t *Tx) Job(id int64) (domain.Job, error) {
	return one(t, "job", readJob, "select "+jobColumns+" from job where id = ?", id)
}

// JobByKey finds a job by its business key. Error: CodeNotFound.
func (t *Tx) JobByKey(unique string) (domain.Job, error) {
	return one(t, unique, readJob, "select "+jobColumns+" from job where uniq = ?", unique)
}

// Jobs lists jobs, newest first.
func (t *Tx) Jobs(f domain.JobFilter) ([]domain.Job, error) {
	where, args := []string{"true"}, []any{}
	if len(f.States) > 0 {
		where, args = append(where, "state in (select value from json_each(?))"), append(args, listed(f.States))
	}
	if f.Kind != "" {
		where, args = append(where, "kind = ?"), append(args, f.Kind)
	}
	return all(t, readJob, "select "+jobColumns+" from job where "+strings.Join(where, " and ")+" order by id desc limit ?",
		append(args, limited(f.Limit))...)
}

// JobCounts counts the jobs in each state.
func (t *Tx) JobCounts() (map[domain.JobState]int, error) { return counts[domain.JobState](t, "job") }

// HoldJob makes sure, inside the act, that the worker still has the job. Error: CodeFenced.
func (t *Tx) HoldJob(j domain.Job) error {
	_, err := one(t, "job", func(s scan) (n int, err error) {
		err = s(&n)
		return n, err
	}, "select 1 from job"+held, j.ID, j.Fence)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return domain.Fail(domain.CodeFenced)
	}
	return err
}

// FinishJob ends a held job in the transaction of its effect. Error: CodeFenced.
func (t *Tx) FinishJob(j domain.Job, now time.Time) error {
	return t.must(domain.CodeFenced, "update job set state = 'done', finished = ?, owner = '', lease_until = 0, last_error = ''"+held,
		micros(now), j.ID, j.Fence)
}

// CancelJob ends a job that is not running and not done: what it was for is no longer wanted. Where there is none, nothing
// changes.
func (t *Tx) CancelJob(unique string, now time.Time) error {
	_, err := t.exec("update job set state = 'cancelled', finished = ? where uniq = ? and state in ('ready', 'unknown', 'dead')", micros(now), unique)
	return err
}

// WakeJob makes a ready, unknown or dead job ready at the time; one that had given up gets its attempts anew. Error:
// CodeNotFound when there is no such job in one of these states.
func (t *Tx) WakeJob(id int64, at time.Time) error {
	return t.must(domain.CodeNotFound, `update job set attempt = case state when 'ready' then attempt else 0 end, state = 'ready', run_at = ?
		where id = ? and state in ('ready', 'unknown', 'dead')`, micros(at), id)
}
