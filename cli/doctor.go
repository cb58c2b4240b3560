package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

func (c *command) doctorCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "doctor", Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				health := c.HealthOf(a.Doctor(cmd.Context(), who))
				show := c.Health
				if asJSON {
					show = func(h output.Health) error { return c.json(h) }
				}
				err := show(health)
				if err == nil && health.Bad > 0 {
					err = errMissing
				}
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}
