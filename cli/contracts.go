package cli

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

func (c *command) contractsCommand() *cobra.Command {
	var stage string
	var filter app.ContractFilter
	var asJSON bool
	cmd := &cobra.Command{
		Use: "contracts", Long: c.text.Fill(c.text.Help.Stages, c.listed(c.stages())), Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if filter.Limit < 0 {
				return c.wrong(c.text.Usage.Negative, "--limit", strconv.Itoa(filter.Limit))
			}
			if stage != "" {
				s, err := c.parseStage(stage)
				if err != nil {
					return err
				}
				filter.Stages = []domain.Stage{s}
			}
			return c.listContracts(cmd.Context(), filter, asJSON)
		},
	}
	cmd.Flags().StringVar(&stage, "stage", "", "")
	cmd.Flags().StringVar(&filter.Search, "search", "", "")
	cmd.Flags().IntVar(&filter.Limit, "limit", 0, "")
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}

// listContracts prints the contracts of a filter.
func (c *command) listContracts(ctx context.Context, filter app.ContractFilter, asJSON bool) error {
	return c.with(ctx, func(a *app.App, who domain.Caller) error {
		list, err := a.Office.Contracts(ctx, who, filter)
		if err != nil {
			return err
		}
		if asJSON {
			return c.json(output.Each(list, output.ContractOf))
		}
		return c.Contracts(list)
	})
}

// parseStage accepts a stage by its code or its word. Any other word is wrong usage, with the list of stages.
func (c *command) parseStage(word string) (domain.Stage, error) {
	for _, s := range domain.Stages() {
		if string(s) == word || c.text.Stage(s) == word {
			return s, nil
		}
	}
	return "", c.wrong(c.text.Usage.Stage, word, c.listed(c.stages()))
}

// stages lists the stages by code and word.
func (c *command) stages() []string {
	var names []string
	for _, s := range domain.Stages() {
		names = append(names, c.text.Fill(c.text.Output.Named, string(s), c.text.Stage(s)))
	}
	return names
}
