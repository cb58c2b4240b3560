// Package people are the simulated signers. Each has a phone, a name, a document and a browser, and does what a signer
// does: reads a message, follows its link, proves who he is, signs, seals. They know the office by its pages alone.
package people

import (
	"context"
	"crypto/rand"
	"io"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"campus.example/sealdesk/sandbox/cast"
)

// Options are what the people need. SMS and Cast must be set.
type Options struct {
	SMS    string // address of the SMS stand-in
	Cast   []cast.Person
	Pause  time.Duration // before each thing somebody does; 0 is as fast as possible
	Clock  func() time.Time
	Random io.Reader
	Log    *slog.Logger
	// CodeWait is how long a code may take before it is asked for again; 0 is a little over the minute an office keeps
	// between two codes.
	CodeWait time.Duration
}

// Town are people at work.
type Town struct {
	opt    Options
	stop   context.CancelFunc
	living sync.WaitGroup
	idle   func()

	mu    sync.Mutex
	stats Stats
}

// Start lets everybody begin to look at his phone. They go on until the context ends or Close.
func Start(ctx context.Context, opt Options) *Town {
	if opt.Clock == nil {
		opt.Clock = time.Now
	}
	if opt.Random == nil {
		opt.Random = rand.Reader
	}
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	if opt.CodeWait == 0 {
		opt.CodeWait = 61 * time.Second
	}
	ctx, stop := context.WithCancel(ctx)
	// One pool of connections for all phones; browsers have their own, as they are different machines.
	transport := &http.Transport{MaxIdleConnsPerHost: len(opt.Cast)}
	t := &Town{opt: opt, stop: stop, idle: transport.CloseIdleConnections}
	for _, who := range opt.Cast {
		p := newPerson(t, who, &http.Client{Transport: transport})
		t.living.Go(func() { p.live(ctx) })
	}
	return t
}

// Close ends the people's day and waits until everybody has stopped.
func (t *Town) Close() {
	t.stop()
	t.living.Wait()
	t.idle()
}

// Stats count what the people have done since Start.
type Stats struct {
	Entered       int `json:"entered"`       // sessions begun with a link and a code
	Verifications int `json:"verifications"` // methods begun
	Photos        int `json:"photos"`        // pairs of photos handed in for a manual review
	Signed        int `json:"signed"`
	Sealed        int `json:"sealed"`
	Finished      int `json:"finished"` // links with nothing left to do
	Retries       int `json:"retries"`  // after an error, a broken connection or a dead office
}

// Stats counts.
func (t *Town) Stats() Stats {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.stats
}

func (t *Town) count(which func(*Stats) *int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	*which(&t.stats)++
}

// sleep waits; it gives the context's error when that ends first.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
