package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) contactCommand() *cobra.Command {
	var party string
	var n app.NewContact
	cmd := &cobra.Command{
		Use: "contact NO --party a|b [--phone P] [--name NAME | --verified] --reason R", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch n.Side = domain.Side(party); {
			case n.Side != domain.PartyA && n.Side != domain.PartyB:
				return c.notValue("--party", party, string(domain.PartyA), string(domain.PartyB))
			case n.Phone == "" && n.Name == "" && !n.Verified:
				return c.wrong(c.text.Usage.OneOf, c.listed([]string{"--phone P", "--name NAME", "--verified"}), form(cmd))
			case n.Name != "" && n.Verified:
				return c.wrong(c.text.Usage.NotTogether, "--name", "--verified")
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
	f.StringVar(&party, "party", "", "")
	f.StringVar(&n.Phone, "phone", "", "")
	f.StringVar(&n.Name, "name", "", "")
	f.BoolVar(&n.Verified, "verified", false, "")
	c.need(cmd, "party")
	c.reason(cmd, &n.Reason)
	return cmd
}
