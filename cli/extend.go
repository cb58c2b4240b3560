package cli

import (
	"time"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) extendCommand() *cobra.Command {
	var until, reason string
	cmd := &cobra.Command{
		Use: "extend NO --until DAY --reason R", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				end, err := c.endOf(a, until)
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
	cmd.Flags().StringVar(&until, "until", "", "")
	c.need(cmd, "until")
	c.reason(cmd, &reason)
	return cmd
}

// endOf returns the end of a day in the office's zone.
func (c *command) endOf(a *app.App, day string) (time.Time, error) {
	zone, err := a.Config.Location()
	if err != nil {
		return time.Time{}, err
	}
	at, err := time.ParseInLocation(time.DateOnly, day, zone)
	if err != nil {
		return at, c.wrong(c.text.Usage.Day, day)
	}
	return at.AddDate(0, 0, 1), nil
}
