package cli

import (
	"errors"
	"time"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

func (c *command) remindCommand() *cobra.Command {
	return &cobra.Command{
		Use: "remind NO...", Short: "call whoever is due once more", Args: atLeast(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				return c.each(args, c.text.CLI.Acts.Reminded, func(no string) error {
					return a.Office.Remind(cmd.Context(), who, no)
				})
			})
		},
	}
}

func (c *command) extendCommand() *cobra.Command {
	var until, reason string
	cmd := &cobra.Command{
		Use: "extend NO --until DAY --reason R", Short: "give the signers more time", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				end, err := endOf(a, until)
				if err != nil {
					return err
				}
				if err := a.Office.Extend(cmd.Context(), who, args[0], end, reason); err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.Extended, args[0])
			})
		},
	}
	cmd.Flags().StringVar(&until, "until", "", "last day, as 2030-12-31")
	c.reason(cmd, &reason)
	return cmd
}

// endOf is the end of a day in the office's zone.
func endOf(a *app.App, day string) (time.Time, error) {
	zone, err := a.Config.Location()
	if err != nil {
		return time.Time{}, err
	}
	at, err := time.ParseInLocation(time.DateOnly, day, zone)
	if err != nil {
		return at, usage(errors.New("--until 2030-12-31"))
	}
	return at.AddDate(0, 0, 1), nil
}
