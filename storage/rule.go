package storage

import (
	"time"

	"campus.example/sealdesk/domain"
)

const ruleChangeColumns = "id, c.key, before, after, origin, proposed, proposer_kind, proposer, reason, decided, decider_kind, decider"

func ruleChangeInto(c *domain.RuleChange) []any {
	return []any{
		&c.ID, &c.Key, &c.Before, &c.After, &c.Origin,
		moment{&c.Proposed},
		&c.Proposer.Kind, &c.Proposer.ID, &c.Reason,
		moment{&c.Decided},
		&c.Decider.Kind, &c.Decider.ID,
	}
}

// RuleValues returns the stored values of the rules.
func (t *Tx) RuleValues() (map[domain.RuleKey]string, error) {
	type pair struct {
		key   domain.RuleKey
		value string
	}
	list, err := all(t, func(s scan) (p pair, err error) {
		err = s(&p.key, &p.value)
		return p, err
	}, "select key, value from rule")
	values := make(map[domain.RuleKey]string, len(list))
	for _, p := range list {
		values[p.key] = p.value
	}
	return values, err
}

// RulesInForce returns the change behind each stored value.
func (t *Tx) RulesInForce() (map[domain.RuleKey]domain.RuleChange, error) {
	list, err := all(t, readRuleChange, "select "+ruleChangeColumns+" from rule r join rule_change c on c.id = r.change")
	changes := make(map[domain.RuleKey]domain.RuleChange, len(list))
	for _, c := range list {
		changes[c.Key] = c
	}
	return changes, err
}

func readRuleChange(s scan) (c domain.RuleChange, err error) {
	err = s(ruleChangeInto(&c)...)
	return c, err
}

// RuleChanges lists the changes of a rule, of all rules for "", oldest first. Proposals that wait are among them.
func (t *Tx) RuleChanges(key domain.RuleKey) ([]domain.RuleChange, error) {
	return all(t, readRuleChange, "select "+ruleChangeColumns+" from rule_change c where ? in ('', c.key) order by id", key)
}

// ProposeRule stores a proposal and returns its number. What it says of a decision is not stored.
func (t *Tx) ProposeRule(c domain.RuleChange) (id int64, err error) {
	return one(t, "rule_change", func(s scan) (id int64, err error) {
		err = s(&id)
		return id, err
	}, `insert into rule_change(key, before, after, origin, proposed, proposer_kind, proposer, reason, decided, decider_kind, decider)
		values(?,?,?,?,?,?,?,?,0,'','') returning id`,
		c.Key, c.Before, c.After, c.Origin, micros(c.Proposed), c.Proposer.Kind, c.Proposer.ID, c.Reason)
}

// DecideRule decides a proposal: its value is in force from now on. Error: CodeStale when it is decided already or the
// rule has another value than the proposal was made against.
func (t *Tx) DecideRule(id int64, decider domain.Actor, at time.Time) error {
	err := t.must(domain.CodeStale, `update rule_change set decided = ?, decider_kind = ?, decider = ? where id = ? and decided = 0
		and before = coalesce((select value from rule where rule.key = rule_change.key), '')`, micros(at), decider.Kind, decider.ID, id)
	if err != nil {
		return err
	}
	return t.must(domain.CodeStale, `insert into rule(key, value, change) select key, after, id from rule_change where id = ?
		on conflict(key) do update set value = excluded.value, change = excluded.change`, id)
}
