package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) keepCommand() *cobra.Command {
	var years int
	var reason string
	cmd := &cobra.Command{
		Use: "keep NO... --years N --reason R", Args: atLeast(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				return c.each(args, c.text.CLI.Acts.Kept, func(no string) error {
					return a.Office.Keep(cmd.Context(), who, no, years, reason)
				})
			})
		},
	}
	cmd.Flags().IntVar(&years, "years", 0, "")
	c.reason(cmd, &reason)
	return cmd
}
