package cli

import (
	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

func (c *command) auditCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "audit", Short: "the record of everything that was done", Args: cobra.NoArgs, RunE: help}
	var asJSON, exportJSON bool
	var after int64
	verify := &cobra.Command{
		Use: "verify", Short: "walk the chain of the record", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				count, head, err := a.Office.AuditVerify(cmd.Context(), who)
				if err != nil {
					return err
				}
				if asJSON {
					return c.json(map[string]any{"entries": count, "head": head, "whole": true})
				}
				return c.say(c.text.CLI.Acts.ChainGood, count, head)
			})
		},
	}
	verify.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	export := &cobra.Command{
		Use: "export", Short: "print the record", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.AuditExport(cmd.Context(), who, app.EventFilter{After: after})
				if err != nil {
					return err
				}
				if !exportJSON {
					return c.table(c.text.CLI.Tables.Events, c.eventRows(list))
				}
				rows := make([]eventRow, 0, len(list))
				for _, e := range list {
					rows = append(rows, eventOf(e))
				}
				return c.json(rows)
			})
		},
	}
	export.Flags().BoolVar(&exportJSON, "json", false, "one JSON document")
	export.Flags().Int64Var(&after, "after", 0, "only entries after this number")
	cmd.AddCommand(verify, export)
	return cmd
}

// help is what a command without an act of its own does.
func help(cmd *cobra.Command, _ []string) error { return cmd.Help() }
