package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

func (c *command) rulesCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "rules", Args: c.subcommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.ListRules(cmd.Context(), who)
				if err != nil {
					return err
				}
				if asJSON {
					return c.json(output.Each(list, func(r domain.RuleState) output.Rule { return output.RuleOf(c.text, r) }))
				}
				return c.Rules(list)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	cmd.AddCommand(c.rulesSet(), c.rulesHistory())
	return cmd
}

func (c *command) rulesSet() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "set KEY VALUE --reason R", Args: exactly(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				change, err := a.Office.SetRule(cmd.Context(), who, domain.RuleKey(args[0]), args[1], reason)
				if err != nil {
					return err
				}
				return c.say(c.text.CLI.Rules.Set, args[0], change.After, change.Before)
			})
		},
	}
	c.reason(cmd, &reason)
	return cmd
}

func (c *command) rulesHistory() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "history [KEY]", Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var key domain.RuleKey
			if len(args) > 0 {
				key = domain.RuleKey(args[0])
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.RuleHistory(cmd.Context(), who, key)
				if err != nil {
					return err
				}
				if asJSON {
					return c.json(output.Each(list, output.RuleChangeOf))
				}
				return c.RuleChanges(list)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}
