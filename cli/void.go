package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) voidCommand() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "void NO --reason R", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				paper, err := a.Office.Void(cmd.Context(), who, args[0], reason)
				if err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.Voided, args[0], paper)
			})
		},
	}
	c.reason(cmd, &reason)
	return cmd
}
