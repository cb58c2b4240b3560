package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

func (c *command) contactCommand() *cobra.Command {
	var party string
	var n app.NewContact
	cmd := &cobra.Command{
		Use: "contact NO --party a|b [--phone P] [--name NAME | --verified] --reason R", Short: "change who stands for a party", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch n.Side = domain.Side(party); {
			case n.Side != domain.PartyA && n.Side != domain.PartyB:
				return usage(errors.New("--party a|b"))
			case n.Phone == "" && n.Name == "" && !n.Verified:
				return usage(errors.New("--phone P, --name NAME or --verified"))
			case n.Name != "" && n.Verified:
				return usage(errors.New("--name or --verified"))
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				if err := a.Office.ChangeContact(cmd.Context(), who, args[0], n); err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.ContactChanged, args[0])
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&party, "party", "", "a or b")
	f.StringVar(&n.Phone, "phone", "", "new phone; the old link dies")
	f.StringVar(&n.Name, "name", "", "new name")
	f.BoolVar(&n.Verified, "verified", false, "the name he was verified under is right")
	c.reason(cmd, &n.Reason)
	return cmd
}

// reason adds the flag of an act that needs one.
func (c *command) reason(cmd *cobra.Command, into *string) {
	cmd.Flags().StringVar(into, "reason", "", "why; it is kept in the record")
	cmd.PreRunE = func(*cobra.Command, []string) error {
		if *into == "" {
			return usage(errors.New(c.text.CLI.ReasonMissing))
		}
		return nil
	}
}
