package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) endCommand() *cobra.Command {
	var reason, attach string
	cmd := &cobra.Command{
		Use: "end NO --reason R --attach FILE", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			file, err := c.read(attach)
			if err != nil {
				return err
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				if err := a.Office.End(cmd.Context(), who, args[0], reason, file); err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.Ended, args[0])
			})
		},
	}
	cmd.Flags().StringVar(&attach, "attach", "", "")
	c.reason(cmd, &reason)
	c.need(cmd, "attach")
	return cmd
}
