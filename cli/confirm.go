package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) confirmCommand() *cobra.Command {
	return &cobra.Command{
		Use: "confirm NO...", Args: atLeast(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				return c.each(args, c.text.CLI.Acts.Confirmed, func(no string) error {
					return a.Office.Confirm(cmd.Context(), who, no)
				})
			})
		},
	}
}
