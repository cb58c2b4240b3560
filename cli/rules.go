package cli

import (
	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

// ruleRow is one rule of `rules --json`.
type ruleRow struct {
	Key        domain.RuleKey    `json:"key"`
	Value      string            `json:"value"`
	Default    string            `json:"default"`
	Values     string            `json:"values"`
	CarriedOut bool              `json:"carried_out"` // false for a rule of which this version knows the off value alone
	Origin     domain.RuleOrigin `json:"origin"`
	Since      string            `json:"since"`
	By         string            `json:"by"`
	Reason     string            `json:"reason"`
	Meaning    string            `json:"meaning"`
}

// ruleChangeRow is one change of `rules history --json`.
type ruleChangeRow struct {
	ID         int64             `json:"id"`
	Key        domain.RuleKey    `json:"key"`
	Before     string            `json:"before"`
	After      string            `json:"after"`
	Origin     domain.RuleOrigin `json:"origin"`
	Reason     string            `json:"reason"`
	ProposedAt string            `json:"proposed_at"`
	ProposedBy string            `json:"proposed_by"`
	DecidedAt  string            `json:"decided_at"`
	DecidedBy  string            `json:"decided_by"`
}

func (c *command) rulesCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "rules", Short: "the rules that bind the people of the office", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.ListRules(cmd.Context(), who)
				if err != nil {
					return err
				}
				if asJSON {
					return c.json(c.ruleList(list))
				}
				return c.table(c.text.CLI.Rules.Heads, c.ruleTable(list))
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	cmd.AddCommand(c.rulesSet(), c.rulesHistory())
	return cmd
}

func (c *command) rulesSet() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "set KEY VALUE --reason R", Short: "change a rule", Args: exactly(2),
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
		Use: "history [KEY]", Short: "every change of the rules, or of one", Args: cobra.MaximumNArgs(1),
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
				rows, lines := make([]ruleChangeRow, 0, len(list)), make([][]string, 0, len(list))
				for _, r := range list {
					rows = append(rows, ruleChangeRow{
						ID: r.ID, Key: r.Key, Before: r.Before, After: r.After, Origin: r.Origin, Reason: r.Reason,
						ProposedAt: stamp(r.Proposed), ProposedBy: actorName(r.Proposer), DecidedAt: stamp(r.Decided), DecidedBy: actorName(r.Decider),
					})
					lines = append(lines, []string{moment(r.Decided), string(r.Key), r.Before, r.After, actorName(r.Decider), c.ruleReason(r)})
				}
				if asJSON {
					return c.json(rows)
				}
				return c.table(c.text.CLI.Rules.HistoryHeads, lines)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	return cmd
}

func (c *command) ruleList(list []domain.RuleState) []ruleRow {
	rows := make([]ruleRow, 0, len(list))
	for _, r := range list {
		rows = append(rows, ruleRow{
			Key: r.Key, Value: r.Value, Default: r.Default, Values: r.Values, CarriedOut: r.Off == "", Origin: r.Last.Origin,
			Since: stamp(r.Last.Decided), By: actorName(r.Last.Decider), Reason: r.Last.Reason, Meaning: c.text.Rule(r.Key),
		})
	}
	return rows
}

func (c *command) ruleTable(list []domain.RuleState) [][]string {
	rows := make([][]string, 0, len(list))
	for _, r := range list {
		value := r.Value
		if r.Off != "" {
			value = c.text.Fill(c.text.CLI.Rules.NotCarriedOut, value)
		}
		rows = append(rows, []string{
			string(r.Key), value, moment(r.Last.Decided), actorName(r.Last.Decider), c.ruleReason(r.Last), c.text.Rule(r.Key),
		})
	}
	return rows
}

// ruleReason is why a rule was changed, or how it began.
func (c *command) ruleReason(change domain.RuleChange) string {
	switch change.Origin {
	case domain.RuleCreated:
		return c.text.CLI.Rules.Created
	case domain.RuleAdopted:
		return c.text.CLI.Rules.Adopted
	}
	return change.Reason
}

// actorName is an operator's name; the program has that of its kind.
func actorName(a domain.Actor) string {
	if a.ID == "" {
		return string(a.Kind)
	}
	return a.ID
}
