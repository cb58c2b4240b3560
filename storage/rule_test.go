package storage

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"campus.example/sealdesk/domain"
)

func proposed(before, after string) domain.RuleChange {
	return domain.RuleChange{
		Key: domain.RuleSecondFrom, Before: before, After: after, Origin: domain.RuleSet, Proposed: t0(),
		Proposer: domain.Claimed("admin").Actor, Reason: "内控要求",
	}
}

// A rule is in force from its decision on; the proposal and the decision stay as its history.
func TestRuleIsProposedDecidedAndKept(t *testing.T) {
	s := newStore(t)
	decided := t0().Add(time.Hour)
	first, second := proposed("", "100"), proposed("100", "0")
	inTx(t, s, func(tx *Tx) (err error) {
		if first.ID, err = tx.ProposeRule(first); err != nil {
			return err
		}
		values, err := tx.RuleValues()
		if len(values) != 0 {
			t.Errorf("in force before the decision: %v", values)
		}
		return errors.Join(err, tx.DecideRule(first.ID, domain.Claimed("other").Actor, decided))
	})
	first.Decided, first.Decider = decided, domain.Claimed("other").Actor
	inTx(t, s, func(tx *Tx) (err error) {
		second.ID, err = tx.ProposeRule(second)
		return err
	})
	read(t, s, func(tx *Tx) error {
		same(t, "values", map[domain.RuleKey]string{domain.RuleSecondFrom: "100"})(tx.RuleValues())
		same(t, "in force", map[domain.RuleKey]domain.RuleChange{domain.RuleSecondFrom: first})(tx.RulesInForce())
		same(t, "history", []domain.RuleChange{first, second})(tx.RuleChanges(""))
		same(t, "of one rule", []domain.RuleChange{first, second})(tx.RuleChanges(domain.RuleSecondFrom))
		none, err := tx.RuleChanges(domain.RuleKeepYears)
		if diff := cmp.Diff(0, len(none)); diff != "" {
			t.Error(diff)
		}
		return err
	})
	inTx(t, s, func(tx *Tx) error { return tx.DecideRule(second.ID, domain.System().Actor, decided) })
	for name, late := range map[string]domain.RuleChange{"decided already": second, "made against another value": proposed("100", "5")} {
		err := s.inTx(t.Context(), func(tx *Tx) (err error) {
			if late.ID == 0 {
				if late.ID, err = tx.ProposeRule(late); err != nil {
					return err
				}
			}
			return tx.DecideRule(late.ID, domain.System().Actor, decided)
		})
		if domain.CodeOf(err) != domain.CodeStale {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The database itself refuses to change a decided change, to lose one, and a value that was not decided.
func TestDecidedRulesAreAppendOnly(t *testing.T) {
	s := newStore(t)
	inTx(t, s, func(tx *Tx) error {
		id, err := tx.ProposeRule(proposed("", "100"))
		if err != nil {
			return err
		}
		return tx.DecideRule(id, domain.System().Actor, t0())
	})
	inTx(t, s, func(tx *Tx) error {
		_, err := tx.ProposeRule(proposed("100", "0"))
		return err
	})
	for _, statement := range []string{
		"update rule_change set after = '0' where decided <> 0", "update rule_change set reason = '' where decided <> 0",
		"delete from rule_change", "delete from rule",
		"update rule set value = '0'", "update rule set value = '0', change = 2", "insert into rule values('keep_years', '1', 1)",
	} {
		if err := s.inTx(t.Context(), func(tx *Tx) error { _, err := tx.exec(statement); return err }); err == nil {
			t.Errorf("%s went through", statement)
		}
	}
}
