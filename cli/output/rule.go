package output

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// Rule is one rule that binds the people of the office.
type Rule struct {
	Key        string `json:"key"`
	Value      string `json:"value"`
	Default    string `json:"default"`
	Values     string `json:"values"`
	CarriedOut bool   `json:"carried_out"` // false for a rule of which this version knows the off value alone
	Origin     string `json:"origin"`
	Since      string `json:"since"`
	By         string `json:"by"`
	Reason     string `json:"reason"`
	Meaning    string `json:"meaning"`
}

// RuleOf returns the shape of a rule with its meaning in the language of the text.
func RuleOf(t *i18n.Text, r domain.RuleState) Rule {
	return Rule{
		Key: string(r.Key), Value: r.Value, Default: r.Default, Values: r.Values, CarriedOut: r.Off == "", Origin: string(r.Last.Origin),
		Since: stamp(r.Last.Decided), By: actorName(r.Last.Decider), Reason: r.Last.Reason, Meaning: t.Rule(r.Key),
	}
}

// RuleChange is one change of a rule.
type RuleChange struct {
	ID         int64  `json:"id"`
	Key        string `json:"key"`
	Before     string `json:"before"`
	After      string `json:"after"`
	Origin     string `json:"origin"`
	Reason     string `json:"reason"`
	ProposedAt string `json:"proposed_at"`
	ProposedBy string `json:"proposed_by"`
	DecidedAt  string `json:"decided_at"`
	DecidedBy  string `json:"decided_by"`
}

// RuleChangeOf returns the shape of a change of a rule.
func RuleChangeOf(r domain.RuleChange) RuleChange {
	return RuleChange{
		ID: r.ID, Key: string(r.Key), Before: r.Before, After: r.After, Origin: string(r.Origin), Reason: r.Reason,
		ProposedAt: stamp(r.Proposed), ProposedBy: actorName(r.Proposer), DecidedAt: stamp(r.Decided), DecidedBy: actorName(r.Decider),
	}
}

// Rules prints rules as a table.
func (p Printer) Rules(list []domain.RuleState) error {
	rows := make([][]string, 0, len(list))
	for _, r := range list {
		value := r.Value
		if r.Off != "" {
			value = p.Text.Fill(p.Text.CLI.Rules.NotCarriedOut, value)
		}
		rows = append(rows, []string{
			string(r.Key), value, moment(r.Last.Decided), p.decider(r.Last), p.ruleReason(r.Last), p.Text.Rule(r.Key),
		})
	}
	return p.Table(p.Text.CLI.Rules.Heads, rows)
}

// RuleChanges prints the changes of rules as a table.
func (p Printer) RuleChanges(list []domain.RuleChange) error {
	rows := make([][]string, 0, len(list))
	for _, r := range list {
		rows = append(rows, []string{moment(r.Decided), string(r.Key), r.Before, r.After, p.decider(r), p.ruleReason(r)})
	}
	return p.Table(p.Text.CLI.Rules.HistoryHeads, rows)
}

// ruleReason returns why a rule was changed, or how it began.
func (p Printer) ruleReason(change domain.RuleChange) string {
	switch change.Origin {
	case domain.RuleCreated:
		return p.Text.CLI.Rules.Created
	case domain.RuleAdopted:
		return p.Text.CLI.Rules.Adopted
	}
	return change.Reason
}

// decider returns the operator who decided a change, or the word for the program.
func (p Printer) decider(change domain.RuleChange) string {
	if change.Decider.ID != "" {
		return change.Decider.ID
	}
	return p.Text.Actor(change.Decider.Kind)
}

// actorName returns an operator's name; the program has that of its kind.
func actorName(a domain.Actor) string {
	if a.ID == "" {
		return string(a.Kind)
	}
	return a.ID
}
