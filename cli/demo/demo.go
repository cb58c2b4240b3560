//go:build !office

// Package demo is the demonstration: an office with providers on loopback, sample contracts and people who go
// through the real pages. The headless day has an automatic operator besides.
package demo

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

// PIN opens the demonstration's seal key. It protects nothing: the key is made for the demonstration.
const PIN = "2026-demo"

// Operator is the demonstration's one operator, who has every role.
const Operator = "demo"

// Kind is a kind of progress.
type Kind string

// The kinds.
const (
	StandIns Kind = "stand_ins"
	Portal   Kind = "portal"
	Pushed   Kind = "pushed"
	Reviewed Kind = "reviewed"
	Sealed   Kind = "sealed"
	Done     Kind = "done"
)

// Event is one step of progress. No is a contract, a review or an address.
type Event struct {
	Kind Kind
	No   string
}

// Options say what is shown.
type Options struct {
	Dir       string
	Contracts int
	Pause     time.Duration // between two acts of a person
	OSUser    string
	Exe       string
	Getenv    func(string) string
	Now       func() time.Time
	Tell      func(Event)
}

// Stalled is how long the headless day may stand still before it is given up.
const Stalled = 90 * time.Second

// World is the demonstration while it runs.
type World struct {
	App  *app.App
	Town *app.Town

	stop   context.CancelFunc
	served chan error
}

// Start makes or opens the data folder, starts the stand-ins and the office, and offers the contracts.
func Start(ctx context.Context, o Options) (w *World, err error) {
	ctx, stop := context.WithCancel(ctx)
	w = &World{stop: stop}
	defer func() {
		if err != nil {
			err = errors.Join(err, w.Close())
		}
	}()
	w.Town, err = app.StartTown(ctx, app.TownOptions{
		State: filepath.Join(o.Dir, "sandbox"), Listen: "127.0.0.1", People: true, Pause: o.Pause, Now: o.Now,
	})
	if err != nil {
		return w, err
	}
	o.Tell(Event{StandIns, w.Town.Index()})
	if err := w.Town.Office(ctx, o.Dir, app.TownOffice{
		PIN: []byte(PIN), Operator: Operator, OSUser: o.OSUser, Getenv: o.Getenv, Exe: o.Exe, Now: o.Now,
		Roles: []domain.Role{domain.RoleOperator, domain.RoleReviewer, domain.RoleSealer, domain.RoleAuditor, domain.RoleAdmin},
	}); err != nil {
		return w, err
	}
	if w.App, err = app.Open(ctx, app.Options{Dir: o.Dir, Getenv: o.Getenv, Exe: o.Exe, Now: o.Now, Serving: true}); err != nil {
		return w, err
	}
	listening := make(chan string, 1)
	w.served = make(chan error, 1)
	go func() { w.served <- w.App.Serve(ctx, app.Progress{Listening: func(a string) { listening <- a }}) }()
	select {
	case address := <-listening:
		o.Tell(Event{Portal, address})
	case err := <-w.served:
		w.served = nil
		return w, err
	case <-ctx.Done():
		return w, ctx.Err()
	}
	return w, w.Town.OfferSamples(ctx, o.Contracts)
}

// Close ends office and stand-ins.
func (w *World) Close() error {
	var err error
	w.stop()
	if w.served != nil {
		if ended := <-w.served; !errors.Is(ended, context.Canceled) {
			err = ended
		}
	}
	if w.App != nil {
		err = errors.Join(err, w.App.Close())
	}
	if w.Town != nil {
		err = errors.Join(err, w.Town.Close())
	}
	return err
}

// Headless is the whole day without a screen. Error: CodeStalled when nothing moves any more.
func Headless(ctx context.Context, o Options) (s Summary, err error) {
	begun := o.Now()
	w, err := Start(ctx, o)
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	op := operator{office: w.App, who: domain.Claimed(Operator), pin: []byte(PIN), tell: o.Tell}
	wrong, err := app.WrongSamples()
	if err != nil {
		return s, err
	}
	last, seen := o.Now(), ""
	for {
		select {
		case err := <-w.served:
			w.served = nil
			return s, err
		default:
		}
		busy, err := op.round(ctx)
		if err != nil {
			return s, err
		}
		tally, err := w.App.Office.Tally(ctx, domain.Claimed(Operator))
		if err != nil {
			return s, err
		}
		s = summarise(tally, o.Contracts)
		waiting := tally.Jobs[domain.JobRunning] + tally.Jobs[domain.JobReady] - len(domain.StandingKinds()) // these always wait
		if s.Done == o.Contracts && s.TurnedAway >= wrong && waiting <= 0 && w.Town.Answered() {
			break
		}
		if now := state(s, tally); busy || now != seen {
			last, seen = o.Now(), now
		}
		if o.Now().Sub(last) > Stalled {
			return s, domain.Fail(domain.CodeStalled, seen)
		}
		if err := rest(ctx, 30*time.Millisecond); err != nil {
			return s, err
		}
	}
	s.Seconds = float64(o.Now().Sub(begun).Milliseconds()) / 1000
	return s, finals(ctx, w.App, o.Dir)
}

// finals writes the sealed finals beside the data, for whoever wants to look at them.
func finals(ctx context.Context, a *app.App, dir string) error {
	folder := filepath.Join(dir, "final")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	list, err := a.Office.Contracts(ctx, domain.Claimed(Operator), app.ContractFilter{Stages: []domain.Stage{domain.StageDone}})
	if err != nil {
		return err
	}
	for _, c := range list {
		pdf, err := a.Office.Download(ctx, domain.Claimed(Operator), c.No, false)
		if err != nil {
			return err
		}
		if err := app.WriteFile(filepath.Join(folder, c.No+".pdf"), pdf); err != nil {
			return err
		}
	}
	return nil
}
