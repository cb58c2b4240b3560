package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

func (c *command) intakeCommand() *cobra.Command {
	var asJSON, all bool
	cmd := &cobra.Command{
		Use: "intake", Args: c.subcommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.ReceivedOffers(cmd.Context(), who, all)
				if err != nil {
					return err
				}
				if asJSON {
					return c.json(output.Each(list, func(r domain.ReceivedOffer) output.Offer { return output.OfferOf(c.text, r) }))
				}
				return c.Offers(list)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	cmd.Flags().BoolVar(&all, "all", false, "")
	cmd.AddCommand(c.intakeDrop())
	return cmd
}

func (c *command) intakeDrop() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "drop ID --reason R", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				if err := a.Office.DropOffer(cmd.Context(), who, args[0], reason); err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.OfferDropped, args[0])
			})
		},
	}
	c.reason(cmd, &reason)
	return cmd
}
