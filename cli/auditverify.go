package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

func (c *command) auditVerify() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "verify", Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				count, head, err := a.Office.AuditVerify(cmd.Context(), who)
				if err != nil {
					return err
				}
				if asJSON {
					return c.json(output.ChainOf(count, head))
				}
				return c.say(c.text.CLI.Acts.ChainGood, count, head)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}
