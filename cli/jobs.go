package cli

import (
	"strconv"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

// jobRow is one job of the JSON output.
type jobRow struct {
	ID       int64  `json:"id"`
	Kind     string `json:"kind"`
	Key      string `json:"key"`
	State    string `json:"state"`
	Attempt  int    `json:"attempt"`
	RunAt    string `json:"run_at"`
	Inflight string `json:"inflight_at"`
	Error    string `json:"last_error"`
}

func (c *command) jobsCommand() *cobra.Command {
	var asJSON, failed, all bool
	cmd := &cobra.Command{
		Use: "jobs", Short: "the queue of background work", Args: cobra.NoArgs,
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
				out := make([]jobRow, 0, len(list))
				rows := make([][]string, 0, len(list))
				for _, j := range list {
					out = append(out, jobRow{
						ID: j.ID, Kind: string(j.Kind), Key: j.Unique, State: string(j.State), Attempt: j.Attempt, RunAt: stamp(j.RunAt),
						Inflight: stamp(j.InflightAt), Error: j.LastError,
					})
					rows = append(rows, []string{
						itoa(j.ID), c.text.JobKind(j.Kind), c.text.JobState(j.State), strconv.Itoa(j.Attempt), moment(j.RunAt), j.LastError,
					})
				}
				if asJSON {
					return c.json(out)
				}
				return c.table(c.text.CLI.Tables.Jobs, rows)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	cmd.Flags().BoolVar(&failed, "failed", false, "only those that wait for a person")
	cmd.Flags().BoolVar(&all, "all", false, "the finished ones too")
	cmd.AddCommand(&cobra.Command{
		Use: "retry ID", Short: "make a job ready again", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil {
				return usage(err)
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				if err := a.Office.RetryJob(cmd.Context(), who, id); err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.Retried, args[0])
			})
		},
	})
	return cmd
}
