package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

func (c *command) verificationsCommand() *cobra.Command {
	var asJSON, open bool
	cmd := &cobra.Command{
		Use: "verifications", Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var f app.VerificationFilter
			if open {
				f.States = []domain.VerificationState{domain.VerificationCode, domain.VerificationChecked, domain.VerificationReview}
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.Verifications(cmd.Context(), who, f)
				if err != nil {
					return err
				}
				if asJSON {
					return c.json(output.Each(list, output.VerificationOf))
				}
				return c.Verifications(list)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	cmd.Flags().BoolVar(&open, "open", false, "")
	return cmd
}
