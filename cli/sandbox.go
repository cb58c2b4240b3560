//go:build !office

package cli

import (
	"errors"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"sealdesk/app"
)

func (c *command) sandboxCommand() *cobra.Command {
	var listen, state string
	var people bool
	var offer int
	var pause time.Duration
	cmd := &cobra.Command{
		Use: "sandbox", Short: "stand-ins for the providers, alone in their own process", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if state == "" {
				return usage(errors.New("--state FOLDER"))
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), syscall.SIGTERM, syscall.SIGINT)
			defer stop()
			town, err := app.StartTown(ctx, app.TownOptions{State: state, Listen: listen, People: people, Pause: pause, Now: time.Now})
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
	f.StringVar(&listen, "listen", "127.0.0.1", "loopback address; ports are kept in the state folder")
	f.StringVar(&state, "state", "", "folder for what the stand-ins remember")
	f.BoolVar(&people, "people", false, "simulated people who follow the messages")
	f.IntVar(&offer, "contracts", 0, "offer this many good contracts and one of each wrong kind")
	f.DurationVar(&pause, "pause", 0, "how long people think between two acts")
	return cmd
}

// useStandIns fills the settings of a new office with the addresses and keys of stand-ins that run on a state folder.
func (c *command) useStandIns(o *app.InitOptions, state string) error {
	return app.UseStandIns(o, state)
}
