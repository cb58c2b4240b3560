package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

func (c *command) reconcileCommand() *cobra.Command {
	var asJSON, last bool
	cmd := &cobra.Command{
		Use: "reconcile", Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				compare := a.Office.Reconcile
				if last {
					compare = a.Office.LastReconciliation
				}
				r, err := compare(cmd.Context(), who)
				if err != nil {
					return err
				}
				if asJSON {
					err = c.json(output.ReconciliationOf(r))
				} else {
					err = c.Reconciliation(r)
				}
				if err == nil && len(r.Differences) > 0 {
					err = errNotSo
				}
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	cmd.Flags().BoolVar(&last, "last", false, "")
	return cmd
}
