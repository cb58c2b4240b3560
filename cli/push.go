package cli

import (
	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

func (c *command) pushCommand() *cobra.Command {
	var places []string
	cmd := &cobra.Command{
		Use: "push NO...", Short: "start signing", Args: atLeast(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			hand, err := parseSpots(places)
			if err != nil {
				return err
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				return c.each(args, c.text.CLI.Acts.Pushed, func(no string) error {
					return a.Office.PushAt(cmd.Context(), who, no, hand)
				})
			})
		},
	}
	cmd.Flags().StringArrayVar(&places, "place", nil, placeHelp)
	return cmd
}

// each does an act to several contracts: one that fails does not stop the others; the first failure is the answer.
func (c *command) each(nos []string, done string, act func(no string) error) error {
	var failed error
	for _, no := range nos {
		err := act(no)
		if err == nil {
			err = c.say(done, no)
		} else if len(nos) > 1 {
			if errTell := c.tell("{0}: {1}", no, c.sentence(err)); errTell != nil {
				return errTell
			}
		}
		if failed == nil {
			failed = err
		}
	}
	return failed
}
