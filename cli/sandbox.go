//go:build !office

package cli

import (
	"errors"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
)

func (c *command) sandboxCommand() *cobra.Command {
	var listen, state string
	var people bool
	var offer int
	var pause time.Duration
	cmd := &cobra.Command{
		Use: "sandbox --state DIR", Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			state, err := c.Files.Folder(state)
			if err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), syscall.SIGTERM, syscall.SIGINT)
			defer stop()
			town, err := app.StartTown(ctx, app.TownOptions{State: state, Listen: listen, People: people, Pause: pause, Now: c.Now})
			if err != nil {
				return err
			}
			err = c.tell(c.text.CLI.Demo.StandIns, town.Index())
			if err == nil && offer > 0 {
				err = town.OfferSamples(ctx, offer)
			}
			if err == nil {
				<-ctx.Done()
			}
			return errors.Join(err, town.Close())
		},
	}
	f := cmd.Flags()
	f.StringVar(&listen, "listen", "127.0.0.1", "")
	f.StringVar(&state, "state", "", "")
	f.BoolVar(&people, "people", false, "")
	f.IntVar(&offer, "contracts", 0, "")
	f.DurationVar(&pause, "pause", 0, "")
	c.need(cmd, "state")
	return cmd
}

// useStandIns fills the settings of a new office with the addresses and keys of stand-ins that run on a state folder.
func (c *command) useStandIns(o *app.InitOptions, state string) error {
	return app.UseStandIns(o, state)
}
