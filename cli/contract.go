package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

func (c *command) contractCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "contract NO", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				d, err := a.Office.Contract(cmd.Context(), who, args[0])
				if err != nil {
					return err
				}
				if !asJSON {
					return c.Page(d)
				}
				detail, err := output.DetailOf(d)
				if err != nil {
					return err
				}
				return c.json(detail)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}
