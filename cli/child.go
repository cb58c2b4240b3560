package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
)

// childCommand is how this program reads strangers' documents: in a process of its own with limits.
func (c *command) childCommand() *cobra.Command {
	return &cobra.Command{
		Use: app.ChildCommand, Hidden: true, Args: cobra.ArbitraryArgs, DisableFlagParsing: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if code := app.Child(cmd.Context(), args, c.In, c.Out, c.Err); code != 0 {
				return exitCode(code)
			}
			return nil
		},
	}
}
