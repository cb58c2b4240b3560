package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

func (c *command) auditExport() *cobra.Command {
	var asJSON bool
	var after int64
	cmd := &cobra.Command{
		Use: "export", Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.AuditExport(cmd.Context(), who, app.EventFilter{After: after})
				if err != nil {
					return err
				}
				if !asJSON {
					return c.Events(list)
				}
				return c.json(output.Each(list, output.EventOf))
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	cmd.Flags().Int64Var(&after, "after", 0, "")
	return cmd
}
