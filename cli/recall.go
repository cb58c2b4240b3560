package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) recallCommand() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "recall NO --reason R", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				if err := a.Office.Recall(cmd.Context(), who, args[0], reason); err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.Recalled, args[0])
			})
		},
	}
	c.reason(cmd, &reason)
	return cmd
}
