package cli

import (
	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

// contractRow is one contract of the JSON output.
type contractRow struct {
	No           string `json:"no"`
	Title        string `json:"title"`
	Stage        string `json:"stage"`
	PartyA       string `json:"party_a"`
	PartyB       string `json:"party_b"`
	Amount       string `json:"amount"`
	WaitingSince string `json:"waiting_since"`
	Problem      string `json:"problem"`
}

func rowOf(c domain.Contract) contractRow {
	problem := string(c.Problem.Code)
	if problem == "" && (c.Stage == domain.StageTurnedAway || c.Stage == domain.StageQuarantined) {
		problem = c.Reason
	}
	return contractRow{
		No: c.No, Title: c.Title, Stage: string(c.Stage), PartyA: c.A.Name, PartyB: c.B.Name, Amount: c.Amount.String(),
		WaitingSince: stamp(c.StageSince), Problem: problem,
	}
}

func (c *command) contractsCommand() *cobra.Command {
	var stage, search string
	var limit int
	var asJSON bool
	cmd := &cobra.Command{
		Use: "contracts", Short: "list contracts", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			filter := app.ContractFilter{Search: search, Limit: limit}
			if stage != "" {
				s, err := domain.ParseStage(stage)
				if err != nil {
					return err
				}
				filter.Stages = []domain.Stage{s}
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.Contracts(cmd.Context(), who, filter)
				if err != nil {
					return err
				}
				if asJSON {
					rows := make([]contractRow, 0, len(list))
					for _, contract := range list {
						rows = append(rows, rowOf(contract))
					}
					return c.json(rows)
				}
				rows := make([][]string, 0, len(list))
				for _, k := range list {
					r := rowOf(k)
					rows = append(rows, []string{
						k.No, k.Title, c.text.Stage(k.Stage), k.A.Name, k.B.Name, r.Amount, moment(k.StageSince),
						c.text.Problem(domain.Code(r.Problem)),
					})
				}
				return c.table(c.text.CLI.Tables.Contracts, rows)
			})
		},
	}
	cmd.Flags().StringVar(&stage, "stage", "", "only this stage, by its English name")
	cmd.Flags().StringVar(&search, "search", "", "part of number, title, party or person")
	cmd.Flags().IntVar(&limit, "limit", 0, "at most this many")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	return cmd
}
