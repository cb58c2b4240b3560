package cli

import (
	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

func (c *command) reconcileCommand() *cobra.Command {
	var asJSON, last bool
	cmd := &cobra.Command{
		Use: "reconcile", Short: "compare the finals of contracts, archive and procurement system", Args: cobra.NoArgs,
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
					err = c.json(r)
				} else {
					rows := make([][]string, 0, len(r.Differences))
					for _, d := range r.Differences {
						rows = append(rows, []string{d.No, c.text.Problem(d.Code)})
					}
					if err = c.say(c.text.CLI.Acts.Reconciled, moment(r.At), r.Compared, len(r.Differences)); err == nil && len(rows) > 0 {
						err = c.table(c.text.CLI.Tables.Differences, rows)
					}
				}
				if err == nil && len(r.Differences) > 0 {
					err = errNotSo
				}
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	cmd.Flags().BoolVar(&last, "last", false, "show the newest comparison instead of making one")
	return cmd
}
