package cli

import (
	"strconv"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

// offerRow is one received offer of the JSON output.
type offerRow struct {
	ID       string `json:"id"`
	No       string `json:"no"`
	Source   string `json:"source"`
	Received string `json:"received_at"`
	State    string `json:"state"`
	Code     string `json:"code"`
	Reason   string `json:"reason"`
	Tries    int    `json:"tries"`
	SHA256   string `json:"sha256"`
	Item     int    `json:"item"` // its place in the list, from 1; 0 for one that has a number
	ItemHash string `json:"item_sha256"`
	Told     bool   `json:"told"` // the sender has heard of an item without a number
}

func (c *command) intakeCommand() *cobra.Command {
	var asJSON, all bool
	cmd := &cobra.Command{
		Use: "intake", Short: "offers that wait, were given up or differ from their contract", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.ReceivedOffers(cmd.Context(), who, all)
				if err != nil {
					return err
				}
				return c.printOffers(list, asJSON)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	cmd.Flags().BoolVar(&all, "all", false, "the settled ones too")
	cmd.AddCommand(c.intakeDropCommand())
	return cmd
}

func (c *command) intakeDropCommand() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "drop ID --reason R", Short: "take an item without a number, or one that was given up, off the list", Args: exactly(1),
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

func (c *command) printOffers(list []domain.ReceivedOffer, asJSON bool) error {
	out := make([]offerRow, 0, len(list))
	rows := make([][]string, 0, len(list))
	for _, r := range list {
		row := offerRow{
			ID: r.ID, No: r.No, Source: string(r.Source), Received: stamp(r.Received), State: string(r.State), Code: string(r.Code),
			Reason: c.offerReason(r), Tries: r.Tries, SHA256: r.SHA256, ItemHash: r.Item, Told: r.Told,
		}
		no := r.No
		if no == "" {
			row.Item = r.Index + 1
			no = c.text.Fill(c.text.CLI.Quarantine.Item, row.Item)
		}
		out = append(out, row)
		rows = append(rows, []string{r.ID, no, moment(r.Received), c.text.OfferState(r.State), c.text.Problem(r.Code), strconv.Itoa(r.Tries)})
	}
	if asJSON {
		return c.json(out)
	}
	return c.table(c.text.CLI.Tables.Offers, rows)
}

// offerReason says why an offer is not taken in: an operator's words, or the sentence of its code.
func (c *command) offerReason(r domain.ReceivedOffer) string {
	switch {
	case r.Reason != "":
		return r.Reason
	case r.Code == "":
		return ""
	case r.Detail != "":
		return c.text.Sentence(domain.Fail(r.Code, r.Detail))
	}
	return c.text.Sentence(domain.Fail(r.Code))
}
