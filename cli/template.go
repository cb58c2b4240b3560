package cli

import "github.com/spf13/cobra"

func (c *command) templateCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "template", Args: c.subcommand, RunE: c.showHelp}
	cmd.AddCommand(c.templateSet(), c.templateList(), c.templateRemove())
	return cmd
}
