package cli

import (
	"context"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) verificationCommand() *cobra.Command {
	acts := []string{"recheck", "resend", "manual", "cancel"}
	return &cobra.Command{
		Use: "verification ID recheck|resend|manual|cancel", Args: exactly(2), ValidArgs: acts,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				var act func(ctx context.Context, by domain.Caller, id string) error
				var done string
				switch args[1] {
				case "recheck":
					act, done = a.Office.RecheckVerification, c.text.CLI.Acts.Rechecked
				case "resend":
					act, done = a.Office.ResendVerification, c.text.CLI.Acts.Resent
				case "manual":
					act, done = a.Office.OpenManual, c.text.CLI.Acts.ManualOpened
				case "cancel":
					act, done = a.Office.CancelVerification, c.text.CLI.Acts.Cancelled
				default:
					return c.notValue(cmd.Name(), args[1], acts...)
				}
				if err := act(cmd.Context(), who, args[0]); err != nil {
					return err
				}
				return c.say(done, args[0])
			})
		},
	}
}
