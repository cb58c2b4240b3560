package cli

import (
	"strconv"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

func (c *command) jobsRetry() *cobra.Command {
	return &cobra.Command{
		Use: "retry ID", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil {
				return c.wrong(c.text.Usage.Job, args[0])
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				err := a.Office.RetryJob(cmd.Context(), who, id)
				if domain.CodeOf(err) == domain.CodeNotFound {
					return output.Told{Sentence: c.text.Fill(c.text.Usage.JobUnknown, args[0]), Cause: err}
				}
				if err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.Retried, args[0])
			})
		},
	}
}
