package cli

import (
	"errors"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
)

func (c *command) serveCommand() *cobra.Command {
	return &cobra.Command{
		Use: "serve", Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(cmd.Context(), syscall.SIGTERM, syscall.SIGINT)
			defer stop()
			dir, err := c.folder()
			if err != nil {
				return err
			}
			a, err := app.Open(ctx, app.Options{Dir: dir, Getenv: c.Getenv, Exe: c.Exe, Serving: true})
			if err != nil {
				return err
			}
			w := c.text.CLI.Serve
			say := func(sentence string, args ...any) {
				if err := c.tell(sentence, args...); err != nil {
					a.Log.Warn("standard error is gone", "err", err)
				}
			}
			for _, m := range a.Ignored() {
				say(c.text.CLI.Rules.Moved, m.Place(), m.Rule)
			}
			why, err := a.NotAdmitted(ctx)
			if err != nil {
				return errors.Join(err, a.Close())
			}
			for _, e := range why {
				say("{0}", c.sentence(e))
			}
			err = a.Serve(ctx, app.Progress{
				Listening: func(address string) { say(w.Listening, address) },
				Leading:   func() { say(w.Leading) },
				Following: func(holder string) { say(w.Following, holder) },
			})
			if errClose := a.Close(); err == nil {
				err = errClose
			}
			if err == nil {
				say(w.Stopped)
			}
			return err
		},
	}
}
