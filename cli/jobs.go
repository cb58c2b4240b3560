package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

func (c *command) jobsCommand() *cobra.Command {
	var asJSON, failed, all bool
	cmd := &cobra.Command{
		Use: "jobs", Args: c.subcommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f := app.JobFilter{States: []domain.JobState{domain.JobReady, domain.JobRunning, domain.JobUnknown, domain.JobDead}}
			switch {
			case failed:
				f.States = []domain.JobState{domain.JobUnknown, domain.JobDead}
			case all:
				f.States = nil
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.Jobs(cmd.Context(), who, f)
				if err != nil {
					return err
				}
				if asJSON {
					return c.json(output.Each(list, output.JobOf))
				}
				return c.Jobs(list)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	cmd.Flags().BoolVar(&failed, "failed", false, "")
	cmd.Flags().BoolVar(&all, "all", false, "")
	cmd.AddCommand(c.jobsRetry())
	return cmd
}
