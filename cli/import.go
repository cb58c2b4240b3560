package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) importCommand() *cobra.Command {
	offer := domain.Offer{ESeal: domain.ESealYes, SealProcess: domain.SealProcessBoth, Source: domain.FromImport}
	cmd := &cobra.Command{
		Use: "import FILE.pdf", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			pdf, err := c.read(args[0])
			if err != nil {
				return err
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				in, err := a.Office.Import(cmd.Context(), who, offer, pdf)
				if err != nil {
					return err
				}
				if in.Refusal != nil {
					return in.Refusal
				}
				return c.say(c.text.CLI.Acts.Imported, in.Contract.No)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&offer.No, "no", "", "")
	f.StringVar(&offer.Title, "title", "", "")
	f.StringVar(&offer.Amount, "amount", "", "")
	f.StringVar(&offer.PartyA, "party-a", "", "")
	f.StringVar(&offer.PhoneA, "party-a-phone", "", "")
	f.StringVar(&offer.PersonA, "party-a-person", "", "")
	f.StringVar(&offer.PartyB, "party-b", "", "")
	f.StringVar(&offer.PhoneB, "party-b-phone", "", "")
	f.StringVar(&offer.PersonB, "party-b-person", "", "")
	f.StringVar(&offer.CreditCode, "party-b-code", "", "")
	c.need(cmd, "no", "title", "amount", "party-a", "party-a-phone", "party-b", "party-b-phone")
	return cmd
}
