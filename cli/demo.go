//go:build !office

package cli

import (
	"context"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/demo"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

// mostContracts bounds what the demonstration offers.
const mostContracts = 10000

func (c *command) demoCommand() *cobra.Command {
	var headless, asJSON bool
	var contracts int
	var speed float64
	cmd := &cobra.Command{
		Use: "demo", Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if contracts < 1 || contracts > mostContracts {
				return c.wrong(c.text.Usage.Range, "--contracts", contracts, 1, mostContracts)
			}
			if !(speed > 0) {
				return c.wrong(c.text.Usage.Positive, "--speed", speed)
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
				Dir: dir, Contracts: contracts, OSUser: c.OSUser, Exe: c.Exe, Getenv: c.Getenv, Now: c.Now, Tell: p.tell,
			}
			if !headless && c.Terminal.Is(c.In) && c.Terminal.Is(c.Out) && !c.plain {
				o.Pause = time.Duration(float64(humanPause) / speed)
				return c.demoConsole(ctx, o)
			}
			s, err := demo.Headless(ctx, o)
			if err != nil {
				return err
			}
			summary := output.SummaryOf(s)
			if asJSON {
				return c.json(summary)
			}
			return c.Summary(summary, filepath.Join(dir, "final"), "sealdesk --dir "+dir+" contracts")
		},
	}
	f := cmd.Flags()
	f.BoolVar(&headless, "headless", false, "")
	f.IntVar(&contracts, "contracts", 12, "")
	f.BoolVar(&asJSON, "json", false, "")
	f.Float64Var(&speed, "speed", 1, "")
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

// demoFolder returns the folder asked for, or a new one that stays for a look afterwards.
func (c *command) demoFolder() (string, error) {
	if c.dir == "" {
		return c.Files.Folder("")
	}
	return c.folder()
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
