package runner_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/storage"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/runner"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func newStore(t *testing.T) *storage.Store {
	t.Helper()
	s, err := storage.Open(t.Context(), storage.Options{
		Dir: filepath.Join(t.TempDir(), "office"), Fatal: func(err error) { t.Errorf("fatal: %v", err) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func newEngine(s port.Queue, owner string, run func(context.Context, domain.Job) error) *runner.Runner {
	return runner.New(runner.Options{
		Queue: s, Run: run, Owner: owner, Workers: 2, Lease: time.Second, Idle: 10 * time.Millisecond, Now: time.Now,
		Log: slog.New(slog.DiscardHandler),
	})
}

func enqueue(t *testing.T, s *storage.Store, keys ...string) {
	t.Helper()
	err := s.InTx(t.Context(), func(tx port.Tx) error {
		for _, key := range keys {
			if _, err := tx.Enqueue(domain.Job{Kind: domain.JobAct, Unique: key, Args: "{}", RunAt: time.Now(), MaxAttempt: 3}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func job(t *testing.T, s *storage.Store, key string) (j domain.Job) {
	t.Helper()
	err := s.Read(t.Context(), func(tx port.Tx) (err error) {
		j, err = tx.JobByKey(key)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// finish ends a job with its effect, one more count of a note: what a test sees of work that was done.
func finish(s *storage.Store, j domain.Job) error {
	return s.InTx(context.Background(), func(tx port.Tx) error {
		if err := tx.FinishJob(j, time.Now()); err != nil {
			return err
		}
		v, err := tx.Note("done " + j.Unique)
		if err != nil {
			return err
		}
		return tx.SetNote("done "+j.Unique, v+"x")
	})
}

func effects(t *testing.T, s *storage.Store, key string) (v string) {
	t.Helper()
	err := s.Read(t.Context(), func(tx port.Tx) (err error) {
		v, err = tx.Note("done " + key)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// eventually waits for what other goroutines bring about.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if is() {
			return
		}
	}
	t.Fatalf("not within ten seconds: %s", what)
}

// work runs an engine until stop is called.
func work(t *testing.T, e *runner.Runner) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	wg.Go(func() {
		if err := e.Work(ctx); err != nil {
			t.Error(err)
		}
	})
	return func() {
		cancel()
		wg.Wait()
	}
}

func TestEveryJobIsDoneOnce(t *testing.T) {
	s := newStore(t)
	var keys []string
	for i := range 20 {
		keys = append(keys, strconv.Itoa(i))
	}
	enqueue(t, s, keys...)
	run := func(_ context.Context, j domain.Job) error { return finish(s, j) }
	stopA, stopB := work(t, newEngine(s, "a", run)), work(t, newEngine(s, "b", run))
	eventually(t, "all jobs are done", func() bool {
		for _, key := range keys {
			if job(t, s, key).State != domain.JobDone {
				return false
			}
		}
		return true
	})
	stopA()
	stopB()
	for _, key := range keys {
		if v := effects(t, s, key); v != "x" {
			t.Errorf("job %s was done %q times", key, v)
		}
	}
}

// A process that is gone leaves its job to the next one, after the lease.
func TestJobSurvivesALostWorker(t *testing.T) {
	s := newStore(t)
	enqueue(t, s, "a")
	if _, found, err := s.Claim(t.Context(), "gone", time.Now(), 200*time.Millisecond, 0); !found || err != nil {
		t.Fatal(found, err)
	}
	stop := work(t, newEngine(s, "next", func(_ context.Context, j domain.Job) error { return finish(s, j) }))
	defer stop()
	eventually(t, "the job is done", func() bool { return job(t, s, "a").State == domain.JobDone })
	if j := job(t, s, "a"); j.Fence != 2 || effects(t, s, "a") != "x" {
		t.Errorf("fence %d, effects %q", j.Fence, effects(t, s, "a"))
	}
}

// A worker that takes long keeps its job: the lease is prolonged.
func TestLongJobIsNotTakenAway(t *testing.T) {
	s := newStore(t)
	enqueue(t, s, "a")
	var runs atomic.Int32
	run := func(_ context.Context, j domain.Job) error {
		runs.Add(1)
		time.Sleep(1500 * time.Millisecond)
		return finish(s, j)
	}
	stopA, stopB := work(t, newEngine(s, "a", run)), work(t, newEngine(s, "b", run))
	eventually(t, "the job is done", func() bool { return job(t, s, "a").State == domain.JobDone })
	stopA()
	stopB()
	if runs.Load() != 1 || effects(t, s, "a") != "x" {
		t.Errorf("%d runs", runs.Load())
	}
}

// frozen is a queue whose worker is stopped as a whole: after its first claim nothing comes through any more.
type frozen struct {
	*storage.Store
	claimed atomic.Bool
}

func (f *frozen) Claim(ctx context.Context, owner string, now time.Time, lease time.Duration, only int64) (domain.Job, bool, error) {
	if f.claimed.Load() {
		return domain.Job{}, false, nil
	}
	job, found, err := f.Store.Claim(ctx, owner, now, lease, only)
	if found {
		f.claimed.Store(true)
	}
	return job, found, err
}

func (*frozen) Extend(context.Context, domain.Job, time.Time) error {
	return domain.Fail(domain.CodeStorageBusy)
}

// A worker that was frozen wakes up while another one has its job: nothing it does has an effect.
func TestFencedWorkerDoesNothing(t *testing.T) {
	s := newStore(t)
	enqueue(t, s, "a")
	woken, result := make(chan struct{}), make(chan error, 1)
	stopFrozen := work(t, newEngine(&frozen{Store: s}, "frozen", func(_ context.Context, j domain.Job) error {
		<-woken
		err := finish(s, j)
		result <- err
		return err
	}))
	eventually(t, "the job is claimed", func() bool { return job(t, s, "a").State == domain.JobRunning })
	time.Sleep(1100 * time.Millisecond) // for longer than its lease
	next, found, err := s.Claim(t.Context(), "next", time.Now(), time.Minute, 0)
	if err != nil || !found {
		t.Fatal(found, err)
	}
	close(woken)
	if err := <-result; domain.CodeOf(err) != domain.CodeFenced {
		t.Errorf("the old worker heard %v", err)
	}
	stopFrozen()
	if j := job(t, s, "a"); j.State != domain.JobRunning || j.Owner != "next" || effects(t, s, "a") != "" {
		t.Errorf("%s with %s, effects %q", j.State, j.Owner, effects(t, s, "a"))
	}
	if err := finish(s, next); err != nil {
		t.Error(err)
	}
}

// Its context tells a worker that its job is another's now.
func TestLosingTheLeaseEndsTheContext(t *testing.T) {
	s := newStore(t)
	enqueue(t, s, "a")
	lost := make(chan struct{})
	stop := work(t, newEngine(s, "a", func(ctx context.Context, j domain.Job) error {
		if j.Fence > 1 {
			return finish(s, j)
		}
		if _, found, err := s.Claim(ctx, "thief", time.Now().Add(time.Minute), time.Millisecond, 0); !found || err != nil {
			t.Error(found, err)
		}
		<-ctx.Done()
		close(lost)
		return ctx.Err()
	}))
	select {
	case <-lost:
	case <-time.After(10 * time.Second):
		t.Error("the worker went on")
	}
	stop()
}

func TestWhatFailsIsTriedAgainAndThenGivenUp(t *testing.T) {
	s := newStore(t)
	enqueue(t, s, "fails", "hopeless", "later", "again")
	stop := work(t, newEngine(s, "a", func(_ context.Context, j domain.Job) error {
		switch {
		case j.Unique == "hopeless":
			return domain.Fail(domain.CodeProviderRefused, "x")
		case j.Unique == "again": // what it works on may be replaced meanwhile
			return &port.Again{Err: domain.Fail(domain.CodeDocTooBig)}
		case j.Unique == "fails":
			return errors.New("no luck")
		case j.Attempt == 1:
			return &port.Later{At: time.Now().Add(20 * time.Millisecond), Why: "schedule"}
		}
		return finish(s, j)
	}))
	eventually(t, "the hopeless one is given up", func() bool { return job(t, s, "hopeless").State == domain.JobDead })
	eventually(t, "the failing one is tried again", func() bool { return job(t, s, "fails").Attempt >= 2 })
	eventually(t, "the failing one is given up", func() bool { return job(t, s, "fails").State == domain.JobDead })
	eventually(t, "the one that is tried all the same is given up", func() bool { return job(t, s, "again").State == domain.JobDead })
	stop()
	if j := job(t, s, "again"); j.Attempt != 3 || j.LastError != string(domain.CodeDocTooBig) {
		t.Errorf("%+v", j)
	}
	if j := job(t, s, "hopeless"); j.Attempt != 1 || j.LastError == "" {
		t.Errorf("%+v", j)
	}
	if j := job(t, s, "fails"); j.Attempt != 3 || j.LastError != "no luck" {
		t.Errorf("%+v", j)
	}
}

// What no repetition can mend is given up at the first try; what may pass is tried again; standing work never ends.
func TestJobIsGivenUpOnlyWhereARepetitionCannotMendIt(t *testing.T) {
	s := newStore(t)
	dead := []domain.Code{
		domain.CodeDocHidden, domain.CodeDocActive, domain.CodeDocAttachments, domain.CodeDocTooBig, domain.CodeDocEmpty,
		domain.CodeDocumentMismatch, domain.CodeReceiptMismatch, domain.CodeProviderRefused, domain.CodeNotFound, domain.CodeSealWords,
	}
	again := []domain.Code{
		domain.CodeProviderDown, domain.CodeProviderNonsense, domain.CodeStorageBusy, domain.CodeStorageFull, domain.CodeSealUnseen,
		domain.CodeInternal, domain.CodeStale, "",
	}
	const standing = "standing"
	err := s.InTx(t.Context(), func(tx port.Tx) error {
		for _, code := range append(slices.Clone(dead), again...) {
			push := domain.Job{Kind: domain.JobPush, Unique: "push:" + string(code), Args: "{}", RunAt: time.Now(), MaxAttempt: 25}
			if _, err := tx.Enqueue(push); err != nil {
				return err
			}
		}
		_, err := tx.Enqueue(domain.Job{Kind: domain.JobPoll, Unique: standing, Args: "{}", RunAt: time.Now()})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	stop := work(t, newEngine(s, "a", func(_ context.Context, j domain.Job) error {
		switch code := domain.Code(strings.TrimPrefix(j.Unique, "push:")); code {
		case "":
			return errors.New("no code")
		case standing:
			return domain.Fail(domain.CodeDocumentMismatch)
		default:
			return fmt.Errorf("push: %w", domain.Fail(code))
		}
	}))
	defer stop()
	for _, code := range dead {
		key := "push:" + string(code)
		eventually(t, string(code)+" is given up", func() bool { return job(t, s, key).State == domain.JobDead })
		if j := job(t, s, key); j.Attempt != 1 {
			t.Errorf("%s is given up at attempt %d", code, j.Attempt)
		}
	}
	for _, code := range append(again, standing) {
		key := "push:" + string(code)
		if code == standing {
			key = standing
		}
		eventually(t, string(code)+" is put back", func() bool { return job(t, s, key).LastError != "" })
		if j := job(t, s, key); j.State == domain.JobDead {
			t.Errorf("%s is given up", code)
		}
	}
}

// An engine that ends gives its jobs back at once and does not count the attempt.
func TestEndingEngineGivesItsJobsBack(t *testing.T) {
	s := newStore(t)
	enqueue(t, s, "a")
	running := make(chan struct{})
	stop := work(t, newEngine(s, "a", func(ctx context.Context, _ domain.Job) error {
		close(running)
		<-ctx.Done()
		return ctx.Err()
	}))
	<-running
	stop()
	if j := job(t, s, "a"); j.State != domain.JobReady || j.Attempt != 0 || j.Owner != "" {
		t.Errorf("%+v", j)
	}
}

func TestOneProcessLeadsAndAnotherFollows(t *testing.T) {
	s := newStore(t)
	run := func(_ context.Context, j domain.Job) error { return finish(s, j) }
	const lease = 2 * time.Second
	ctx, cancel := context.WithCancel(t.Context())
	leading, ended := make(chan struct{}), make(chan error, 1)
	go func() {
		ended <- runner.Lead(ctx, newEngine(s, "first", run), func(context.Context) error { close(leading); return nil }, lease)
	}()
	<-leading
	time.Sleep(lease + lease/4) // the lead is prolonged
	second, giveUp := context.WithTimeout(t.Context(), 5*time.Second)
	defer giveUp()
	err := runner.Lead(second, newEngine(s, "second", run), func(context.Context) error { return nil }, lease)
	var taken *domain.Error
	if !errors.As(err, &taken) || taken.Code != domain.CodeEngineTaken || len(taken.Args) != 1 || taken.Args[0] != "first" {
		t.Errorf("the second: %v", err)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	holder, led, err := s.LeadRunner(t.Context(), "second", time.Now(), time.Now().Add(lease))
	if err != nil || !led {
		t.Errorf("after the first left: %s, %v", holder, err)
	}
}

// A leader that cannot begin leaves the lead to others at once.
func TestLeaderThatCannotBeginLeaves(t *testing.T) {
	s := newStore(t)
	bad := errors.New("no schedule")
	err := runner.Lead(t.Context(), newEngine(s, "first", nil), func(context.Context) error { return bad }, time.Hour/7)
	if !errors.Is(err, bad) {
		t.Error(err)
	}
	if holder, led, err := s.LeadRunner(t.Context(), "second", time.Now(), time.Now().Add(time.Minute)); err != nil || !led {
		t.Errorf("%s, %v", holder, err)
	}
}

// A leader that lost the lead stops working and names the new one.
func TestLeaderThatLostTheLeadStops(t *testing.T) {
	s := newStore(t)
	leading, ended := make(chan struct{}), make(chan error, 1)
	go func() {
		ended <- runner.Lead(t.Context(), newEngine(s, "first", nil), func(context.Context) error { close(leading); return nil }, 300*time.Millisecond)
	}()
	<-leading
	eventually(t, "the second takes the lead", func() bool { // the first may have a heartbeat under way
		if err := s.LeaveEngine(t.Context(), "first"); err != nil {
			t.Fatal(err)
		}
		_, led, err := s.LeadRunner(t.Context(), "second", time.Now(), time.Now().Add(time.Minute))
		return err == nil && led
	})
	select {
	case err := <-ended:
		if domain.CodeOf(err) != domain.CodeEngineTaken {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("it went on")
	}
}

func TestBackoffGrowsAndIsBounded(t *testing.T) {
	for _, c := range []struct {
		attempt int
		draw    float64
		want    time.Duration
	}{{1, 0.5, time.Second}, {3, 0.5, 4 * time.Second}, {9, 1, 512 * time.Second}, {10, 1, 15 * time.Minute}, {1 << 40, 1, 15 * time.Minute}, {4, 0, 0}} {
		if got := runner.Backoff(c.attempt, c.draw); got != c.want {
			t.Errorf("Backoff(%d, %v) = %v, want %v", c.attempt, c.draw, got, c.want)
		}
	}
}
