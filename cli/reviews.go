package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

func (c *command) reviewsCommand() *cobra.Command {
	var asJSON, all bool
	cmd := &cobra.Command{
		Use: "reviews", Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			states := []domain.ReviewState{domain.ReviewOpen, domain.ReviewClaimed}
			if all {
				states = nil
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.ReviewQueue(cmd.Context(), who, states, 0)
				if err != nil {
					return err
				}
				if asJSON {
					return c.json(output.Each(list, func(r app.ReviewCase) output.Review { return output.ReviewOf(r.Review) }))
				}
				return c.Reviews(list)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	cmd.Flags().BoolVar(&all, "all", false, "")
	return cmd
}
