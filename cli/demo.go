//go:build !office

package cli

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/cli/demo"
	"sealdesk/domain"
)

var errDemo = errors.New("--contracts 1..10000, --speed above 0")

func (c *command) demoCommand() *cobra.Command {
	var headless, asJSON bool
	var contracts int
	var speed float64
	cmd := &cobra.Command{
		Use: "demo", Short: "an office with stand-ins, sample contracts and simulated people", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if contracts < 1 || contracts > 10000 || speed <= 0 {
				return usage(errDemo)
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), syscall.SIGTERM, syscall.SIGINT)
			defer stop()
			dir, err := c.demoFolder()
			if err != nil {
				return err
			}
			p := &progress{c: c, total: contracts, seen: map[demo.Kind]int{}}
			if err := c.tell(c.text.CLI.Demo.Starting, dir); err != nil {
				return err
			}
			o := demo.Options{
				Dir: dir, Contracts: contracts, OSUser: c.OSUser, Exe: c.Exe, Getenv: c.Getenv, Now: time.Now, Tell: p.tell,
			}
			if !headless && terminal(c.In) && terminal(c.Out) && !c.plain {
				o.Pause = time.Duration(float64(humanPause) / speed)
				return c.demoConsole(ctx, o)
			}
			s, err := demo.Headless(ctx, o)
			if err != nil {
				return err
			}
			if asJSON {
				return c.json(s)
			}
			return c.printSummary(s, dir)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&headless, "headless", false, "the whole day without a screen")
	f.IntVar(&contracts, "contracts", 12, "good contracts to bring to their end")
	f.BoolVar(&asJSON, "json", false, "the summary as one JSON document")
	f.Float64Var(&speed, "speed", 1, "how fast simulated people are")
	return cmd
}

// humanPause is how long a simulated person thinks before each thing he does, so that one can watch.
const humanPause = 1200 * time.Millisecond

// demoConsole opens the console on the living demonstration.
func (c *command) demoConsole(ctx context.Context, o demo.Options) error {
	o.Tell = func(demo.Event) {} // the screen belongs to the console
	w, err := demo.Start(ctx, o)
	if err != nil {
		return err
	}
	err = w.App.Console(ctx, app.ConsoleOptions{
		Caller: domain.Claimed(demo.Operator), Text: c.text, Tour: true, TourPIN: demo.PIN, Serving: true, In: c.In, Out: c.Out,
	})
	if errClose := w.Close(); err == nil {
		err = errClose
	}
	if err != nil {
		return err
	}
	return c.say(c.text.CLI.Console, o.Dir)
}

// demoFolder is the folder asked for, or a new one that stays for a look afterwards.
func (c *command) demoFolder() (string, error) {
	if c.dir != "" {
		return filepath.Abs(c.dir)
	}
	return os.MkdirTemp("", "sealdesk-demo-")
}

// progress tells on standard error how far the day is.
type progress struct {
	c     *command
	total int
	seen  map[demo.Kind]int
}

func (p *progress) tell(e demo.Event) {
	w := p.c.text.CLI.Demo
	p.seen[e.Kind]++
	sentences := map[demo.Kind]string{
		demo.StandIns: w.StandIns, demo.Portal: p.c.text.CLI.Serve.Listening, demo.Pushed: w.Pushed, demo.Reviewed: w.Reviewed,
		demo.Sealed: w.Sealed,
	}
	args := []any{p.seen[e.Kind], p.total}
	switch e.Kind {
	case demo.StandIns, demo.Portal:
		args = []any{e.No}
	case demo.Reviewed:
		args = []any{p.seen[e.Kind], p.seen[e.Kind]}
	}
	if err := p.c.tell(sentences[e.Kind], args...); err != nil {
		return // nobody reads the progress: the work goes on
	}
}

func (c *command) printSummary(s demo.Summary, dir string) error {
	w := c.text.CLI.Demo
	if err := c.say(w.Done, s.Done, s.Seconds); err != nil {
		return err
	}
	n := w.Summary
	rows := [][]string{}
	for _, line := range []struct {
		name  string
		count int
	}{
		{n.Contracts, s.Contracts},
		{n.Done, s.Done},
		{n.TurnedAway, s.TurnedAway},
		{n.Refused, s.Refused},
		{n.Links, s.SMS.Link},
		{n.Codes, s.SMS.Code},
		{n.Notices, s.SMS.Notice},
		{n.Unknown, s.SMS.Unknown},
		{n.Verifications, s.Verifications},
		{n.Reviews, s.Reviews},
		{n.Seals, s.Seals},
	} {
		rows = append(rows, []string{line.name, itoa(int64(line.count))})
	}
	if err := c.table([]string{"", ""}, rows); err != nil {
		return err
	}
	if err := c.say(w.Finals, filepath.Join(dir, "final")); err != nil {
		return err
	}
	return c.say(w.Open, "sealdesk --dir "+dir+" contracts")
}
