package cli

import "github.com/spf13/cobra"

func (c *command) auditCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "audit", Args: c.subcommand, RunE: c.showHelp}
	cmd.AddCommand(c.auditVerify(), c.auditExport())
	return cmd
}
