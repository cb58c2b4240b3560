package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

func (c *command) operatorList() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.OperatorList(cmd.Context(), who)
				if err != nil {
					return err
				}
				if asJSON {
					return c.json(output.Each(list, output.OperatorOf))
				}
				return c.Operators(list)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}
