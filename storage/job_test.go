package storage

import (
	"errors"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"campus.example/sealdesk/domain"
)

const lease = 15 * time.Second

func enqueue(t *testing.T, s *Store, key string, priority int, at time.Time) {
	t.Helper()
	inTx(t, s, func(tx *Tx) error {
		_, err := tx.Enqueue(domain.Job{Kind: domain.JobSMS, Unique: key, Args: "{}", Priority: priority, RunAt: at, MaxAttempt: 25, Created: t0()})
		return err
	})
}

func claim(t *testing.T, s *Store, owner string, now time.Time) domain.Job {
	t.Helper()
	j, found, err := s.Claim(t.Context(), owner, now, lease, 0)
	if err != nil || !found {
		t.Fatalf("nothing to claim: %v", err)
	}
	return j
}

func TestJobsAreClaimedInOrder(t *testing.T) {
	s := newStore(t)
	enqueue(t, s, "late", 3, t0().Add(time.Hour))
	enqueue(t, s, "low", 0, t0().Add(-time.Hour))
	enqueue(t, s, "second", 2, t0())
	enqueue(t, s, "first", 2, t0().Add(-time.Second))
	inTx(t, s, func(tx *Tx) error {
		added, err := tx.Enqueue(domain.Job{Kind: domain.JobSMS, Unique: "first", Args: "{}"})
		same(t, "a second job of the same key", false)(added, err)
		return nil
	})
	for _, want := range []string{"first", "second", "low"} {
		if j := claim(t, s, "w", t0()); j.Unique != want || j.Attempt != 1 || j.Fence != 1 || j.State != domain.JobRunning || !j.LeaseUntil.Equal(t0().Add(lease)) {
			t.Errorf("%+v, want %s", j, want)
		}
	}
	if _, found, err := s.Claim(t.Context(), "w", t0(), lease, 0); found || err != nil {
		t.Errorf("a job before its time: %v", err)
	}
}

func TestOnlyTheNamedJobIsClaimed(t *testing.T) {
	s := newStore(t)
	enqueue(t, s, "a", 3, t0())
	enqueue(t, s, "b", 0, t0().Add(time.Minute)) // not due, but somebody waits for it
	var want domain.Job
	read(t, s, func(tx *Tx) (err error) {
		want, err = tx.JobByKey("b")
		return err
	})
	j, found, err := s.Claim(t.Context(), "w", t0(), lease, want.ID)
	if err != nil || !found || j.Unique != "b" {
		t.Error(j, found, err)
	}
	if _, found, err := s.Claim(t.Context(), "x", t0(), lease, want.ID); found || err != nil {
		t.Errorf("it was claimed twice: %v", err)
	}
}

func TestWorkerWhoWasFrozenIsFencedOff(t *testing.T) {
	s := newStore(t)
	enqueue(t, s, "a", 0, t0())
	old := claim(t, s, "frozen", t0())
	if _, found, err := s.Claim(t.Context(), "second", t0().Add(lease-time.Second), lease, 0); found || err != nil {
		t.Fatalf("a held job was taken: %v", err)
	}
	now := t0().Add(lease)
	held := claim(t, s, "second", now)
	if held.ID != old.ID || held.Fence != 2 || held.Attempt != 2 {
		t.Fatalf("%+v", held)
	}
	ctx := t.Context()
	fenced := func(name string, err error) {
		t.Helper()
		if domain.CodeOf(err) != domain.CodeFenced {
			t.Errorf("%s under an old fence: %v", name, err)
		}
	}
	fenced("extend", s.Extend(ctx, old, now.Add(time.Hour)))
	fenced("in flight", s.MarkInflight(ctx, old, now))
	fenced("release", s.Release(ctx, old, domain.JobReady, now, true, "x"))
	fenced("hold", s.inTx(ctx, func(tx *Tx) error { return tx.HoldJob(old) }))
	fenced("finish", s.inTx(ctx, func(tx *Tx) error { return tx.FinishJob(old, now) }))
	read(t, s, func(tx *Tx) error {
		same(t, "the job", held)(tx.Job(held.ID))
		return nil
	})
	if err := errors.Join(s.Extend(ctx, held, now.Add(lease)), s.MarkInflight(ctx, held, now),
		s.inTx(ctx, func(tx *Tx) error { return errors.Join(tx.HoldJob(held), tx.FinishJob(held, now)) })); err != nil {
		t.Error(err)
	}
	fenced("after the end", s.inTx(ctx, func(tx *Tx) error { return tx.HoldJob(held) }))
}

func TestWhatWasInFlightIsKnownToLaterWorkers(t *testing.T) {
	s := newStore(t)
	enqueue(t, s, "a", 0, t0())
	ctx := t.Context()
	j := claim(t, s, "w", t0())
	if err := s.Release(ctx, j, domain.JobReady, t0().Add(time.Second), false, "later"); err != nil {
		t.Fatal(err)
	}
	if j = claim(t, s, "w", t0().Add(time.Second)); !j.InflightAt.IsZero() || j.Attempt != 1 {
		t.Errorf("a snooze before the network: %+v", j)
	}
	if err := s.MarkInflight(ctx, j, t0().Add(time.Second)); err != nil {
		t.Fatal(err)
	}
	j = claim(t, s, "next", t0().Add(time.Minute))
	if !j.InflightAt.Equal(t0().Add(time.Second)) || j.Attempt != 2 {
		t.Errorf("after a lost worker: %+v", j)
	}
	if err := s.Release(ctx, j, domain.JobUnknown, t0(), true, "unclear"); err != nil {
		t.Fatal(err)
	}
	inTx(t, s, func(tx *Tx) error { return tx.WakeJob(j.ID, t0()) })
	if j = claim(t, s, "w", t0().Add(time.Hour)); j.InflightAt.IsZero() || j.Attempt != 1 || j.LastError != "unclear" {
		t.Errorf("after an unclear answer: %+v", j)
	}
}

func TestJobsAreListedAndCounted(t *testing.T) {
	s := newStore(t)
	enqueue(t, s, "a", 0, t0())
	enqueue(t, s, "b", 0, t0())
	j := claim(t, s, "w", t0())
	if err := s.Release(t.Context(), j, domain.JobDead, t0(), true, "no"); err != nil {
		t.Fatal(err)
	}
	read(t, s, func(tx *Tx) error {
		same(t, "counts", map[domain.JobState]int{domain.JobReady: 1, domain.JobDead: 1})(tx.JobCounts())
		list, err := tx.Jobs(domain.JobFilter{})
		if err != nil || len(list) != 2 || list[0].Unique != "b" {
			t.Error(list, err)
		}
		list, err = tx.Jobs(domain.JobFilter{States: []domain.JobState{domain.JobDead}, Kind: domain.JobSMS, Limit: 1})
		if err != nil || len(list) != 1 || list[0].Unique != "a" {
			t.Error(list, err)
		}
		return nil
	})
}

func TestLeaseFarInTheFutureIsNotWaitedFor(t *testing.T) {
	s := newStore(t)
	enqueue(t, s, "a", 0, t0())
	claim(t, s, "w", t0().Add(48*time.Hour)) // and then the clock jumped back
	if j := claim(t, s, "x", t0()); j.Fence != 2 {
		t.Errorf("%+v", j)
	}
}

func TestOneEngineLeads(t *testing.T) {
	s := newStore(t)
	ctx := t.Context()
	ask := func(owner string, now time.Time, lease time.Duration, wantHolder string, wantLed bool) {
		t.Helper()
		holder, led, err := s.LeadRunner(ctx, owner, now, now.Add(lease))
		if err != nil || holder != wantHolder || led != wantLed {
			t.Errorf("%s: holder %q, led %v, %v", owner, holder, led, err)
		}
	}
	ask("a", t0(), 0, "", true) // asks only
	ask("b", t0(), lease, "b", true)
	ask("a", t0(), lease, "b", false)
	ask("a", t0(), 0, "b", false)
	ask("b", t0().Add(time.Second), 0, "b", true)
	ask("a", t0().Add(lease-1), lease, "b", false)
	ask("a", t0().Add(lease), lease, "a", true)
	ask("b", t0().Add(lease), lease, "a", false)
	if err := errors.Join(s.LeaveEngine(ctx, "b"), s.LeaveEngine(ctx, "a")); err != nil {
		t.Fatal(err)
	}
	ask("b", t0().Add(lease), lease, "b", true)
}

// Whatever workers do and however time passes, no job has two holders: a claim makes every older one powerless.
func TestClaimsNeverGiveOneJobToTwoHolders(t *testing.T) {
	s := newStore(t)
	round := 0
	rapid.Check(t, func(rt *rapid.T) {
		round++
		now := t0().AddDate(0, 0, round)
		ctx := t.Context()
		jobs := rapid.IntRange(1, 3).Draw(rt, "jobs")
		for i := range jobs {
			key := strconv.Itoa(round) + "/" + strconv.Itoa(i)
			if err := s.inTx(ctx, func(tx *Tx) error {
				_, err := tx.Enqueue(domain.Job{Kind: domain.JobAct, Unique: key, Args: "{}", RunAt: now})
				return err
			}); err != nil {
				rt.Fatal(err)
			}
		}
		holder := map[int64]domain.Job{} // who holds the job by the rules
		var all []domain.Job             // everybody who ever claimed in this round
		for range rapid.IntRange(1, 15).Draw(rt, "steps") {
			now = now.Add(time.Duration(rapid.IntRange(0, 8).Draw(rt, "seconds")) * time.Second)
			if rapid.Bool().Draw(rt, "claim") || len(all) == 0 {
				j, found, err := s.Claim(ctx, "w", now, lease, 0)
				if err != nil {
					rt.Fatal(err)
				}
				if found {
					if old, taken := holder[j.ID]; taken && now.Before(old.LeaseUntil) {
						rt.Fatalf("job %d was taken from a living holder", j.ID)
					}
					holder[j.ID], all = j, append(all, j)
				}
				continue
			}
			j := rapid.SampledFrom(all).Draw(rt, "worker")
			mine := holder[j.ID].Fence == j.Fence
			var err error
			switch rapid.IntRange(0, 2).Draw(rt, "act") {
			case 0:
				until := now.Add(lease)
				if err = s.Extend(ctx, j, until); err == nil {
					h := holder[j.ID]
					h.LeaseUntil = until
					holder[j.ID] = h
				}
			case 1:
				if err = s.Release(ctx, j, domain.JobReady, now, true, ""); err == nil {
					delete(holder, j.ID)
				}
			case 2:
				if err = s.inTx(ctx, func(tx *Tx) error { return tx.FinishJob(j, now) }); err == nil {
					delete(holder, j.ID)
				}
			}
			if mine != (err == nil) || (err != nil && domain.CodeOf(err) != domain.CodeFenced) {
				rt.Fatalf("holder %v, but %v", mine, err)
			}
		}
		// The next round begins with an empty queue.
		if err := s.inTx(ctx, func(tx *Tx) error {
			_, err := tx.exec("update job set state = 'done'")
			return err
		}); err != nil {
			rt.Fatal(err)
		}
	})
}

// The trigger takes exactly the steps that domain takes, for every pair of stages.
func TestStagesFollowOnlyAsInDomain(t *testing.T) {
	s := newStore(t)
	people(t, s)
	allowed := map[[2]domain.Stage]bool{}
	for _, p := range domain.Transitions() {
		allowed[p] = true
	}
	for i, from := range domain.Stages() {
		for j, to := range domain.Stages() {
			c := contract("HT-" + strconv.Itoa(i) + "-" + strconv.Itoa(j))
			c.Stage = from
			inTx(t, s, func(tx *Tx) error { return tx.InsertContract(c) })
			c.Stage = to
			err := s.inTx(t.Context(), func(tx *Tx) error { return tx.UpdateContract(c) })
			if want := from == to || allowed[[2]domain.Stage{from, to}]; want != (err == nil) {
				t.Errorf("%s to %s: %v", from, to, err)
			}
			if err != nil && domain.CodeOf(err) != domain.CodeWrongStage {
				t.Errorf("%s to %s: %v", from, to, err)
			}
		}
	}
}

func TestRacingWorkersShareTheJobs(t *testing.T) {
	s := newStore(t)
	const jobs, workers = 40, 4
	for i := range jobs {
		enqueue(t, s, strconv.Itoa(i), 0, t0())
	}
	done := make(chan map[int64]int64, workers)
	for i := range workers {
		own := s
		if i%2 == 1 {
			own = reopen(t, filepath.Clean(s.dir))
		}
		go func() {
			mine := map[int64]int64{}
			for {
				j, found, err := own.Claim(t.Context(), strconv.Itoa(i), t0(), lease, 0)
				if err != nil {
					t.Error(err)
				}
				if !found {
					done <- mine
					return
				}
				mine[j.ID] = j.Fence
			}
		}()
	}
	seen := map[int64]bool{}
	for range workers {
		for id, fence := range <-done {
			if seen[id] || fence != 1 {
				t.Errorf("job %d was claimed twice", id)
			}
			seen[id] = true
		}
	}
	if len(seen) != jobs {
		t.Errorf("%d of %d jobs were claimed", len(seen), jobs)
	}
}
