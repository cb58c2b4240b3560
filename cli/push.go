package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) pushCommand() *cobra.Command {
	var places []string
	cmd := &cobra.Command{
		Use: "push NO...", Args: atLeast(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			hand, err := c.parseSpots(places)
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
	cmd.Flags().StringArrayVar(&places, "place", nil, "")
	return cmd
}
