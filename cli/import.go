package cli

import (
	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

func (c *command) importCommand() *cobra.Command {
	offer := domain.Offer{ESeal: domain.ESealYes, SealProcess: domain.SealProcessBoth, Source: domain.FromImport}
	cmd := &cobra.Command{
		Use: "import FILE.pdf", Short: "take one contract in", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			pdf, err := app.ReadDocument(args[0])
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
	f.StringVar(&offer.No, "no", "", "contract number")
	f.StringVar(&offer.Title, "title", "", "title")
	f.StringVar(&offer.Amount, "amount", "", "amount in yuan: 1280000.00")
	f.StringVar(&offer.PartyA, "party-a", "", "Party A")
	f.StringVar(&offer.PhoneA, "party-a-phone", "", "phone of Party A's performer")
	f.StringVar(&offer.PersonA, "party-a-person", "", "name of Party A's performer")
	f.StringVar(&offer.PartyB, "party-b", "", "Party B")
	f.StringVar(&offer.PhoneB, "party-b-phone", "", "phone of Party B's representative")
	f.StringVar(&offer.PersonB, "party-b-person", "", "name of Party B's representative")
	f.StringVar(&offer.CreditCode, "party-b-code", "", "Party B's unified social credit code")
	for _, name := range []string{"no", "title", "amount", "party-a", "party-a-phone", "party-b", "party-b-phone"} {
		if err := cmd.MarkFlagRequired(name); err != nil {
			panic(err) // the flag is defined four lines above
		}
	}
	return cmd
}
