package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) sealCommand() *cobra.Command {
	var pinFile, at string
	cmd := &cobra.Command{
		Use: "seal NO...", Args: atLeast(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var place *domain.Spot // nil: where the push found it
			if at != "" {
				spot, err := c.parseSpot("--at", at)
				if err != nil {
					return err
				}
				place = &spot
			}
			pin, err := c.sealPIN(pinFile)
			if err != nil {
				return err
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				if err := a.Office.UnlockSeal(cmd.Context(), who, pin); err != nil {
					return err
				}
				return c.each(args, c.text.CLI.Acts.Sealed, func(no string) error {
					return a.SealNow(cmd.Context(), who, no, place)
				})
			})
		},
	}
	cmd.Flags().StringVar(&pinFile, "pin-file", "", "")
	cmd.Flags().StringVar(&at, "at", "", "")
	return cmd
}

// sealPIN returns the PIN of the seal key: from the file, or asked for at a terminal.
func (c *command) sealPIN(file string) ([]byte, error) {
	switch {
	case file != "":
		return c.secret(file)
	case c.Terminal.Is(c.In):
		return c.askSecret(c.text.Output.PIN)
	}
	return nil, c.wrong(c.text.Usage.PIN)
}
