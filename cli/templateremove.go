package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) templateRemove() *cobra.Command {
	return &cobra.Command{
		Use: "remove NAME", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				if err := a.Office.RemoveTemplate(cmd.Context(), who, args[0]); err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.TemplateGone, args[0])
			})
		},
	}
}
