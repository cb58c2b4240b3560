package rules

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

const objectRules = domain.ObjectRules

func ruleObject(key domain.RuleKey) string { return domain.ObjectRule + string(key) }

// ListRules returns every rule with its value and the change that set it.
func (o *Rulebook) ListRules(ctx context.Context, by domain.Caller) (list []domain.RuleState, err error) {
	err = o.View(ctx, by, domain.ActionReadRules, objectRules, func(w *action.Work) error {
		changes, err := w.RulesInForce()
		if err != nil {
			return err
		}
		list = nil
		for _, spec := range domain.RuleSpecs() {
			state := domain.RuleState{RuleSpec: spec, Value: spec.Default}
			if change, stored := changes[spec.Key]; stored {
				state.Value, state.Last = change.After, change
			}
			list = append(list, state)
		}
		return nil
	})
	return list, err
}

// RuleHistory returns the changes of a rule, of all rules for "", oldest first. Error: CodeNotFound.
func (o *Rulebook) RuleHistory(ctx context.Context, by domain.Caller, key domain.RuleKey) (list []domain.RuleChange, err error) {
	err = o.View(ctx, by, domain.ActionReadRules, objectRules, func(w *action.Work) (err error) {
		if key != "" {
			if _, err := domain.RuleSpecOf(key); err != nil {
				return err
			}
		}
		list, err = w.RuleChanges(key)
		return err
	})
	return list, err
}

// SetRule changes a rule, for a reason. The proposal and the decision are one word of one admin. A value that the rule has
// already changes nothing. It returns the change behind the value in force. Errors: CodeNotFound, CodeReasonEmpty,
// CodeRuleValue, CodeRuleNotInForce.
func (o *Rulebook) SetRule(ctx context.Context, by domain.Caller, key domain.RuleKey, text, reason string) (c domain.RuleChange, err error) {
	err = o.Act(ctx, by, domain.ActionRuleSet, ruleObject(key), func(w *action.Work) error {
		spec, err := domain.RuleSpecOf(key)
		if err != nil {
			return err
		}
		value, err := spec.Parse(text)
		if err != nil {
			return err
		}
		if !spec.CarriedOut(value) {
			return domain.Fail(domain.CodeRuleNotInForce, string(key), value, spec.Off)
		}
		if reason, err = domain.CheckReason(reason); err != nil {
			return err
		}
		changes, err := w.RulesInForce()
		if err != nil {
			return err
		}
		before, stored := changes[key]
		if stored && before.After == value {
			c = before
			return nil
		}
		c = domain.RuleChange{Key: key, Before: before.After, After: value, Origin: domain.RuleSet, Reason: reason}
		if c, err = o.decideRule(w, c); err != nil {
			return err
		}
		return w.Record(domain.ActionRuleSet, ruleObject(key), domain.Event{Before: c.Before, After: c.After, Detail: domain.Fields("reason", reason)})
	})
	return c, err
}

// decideRule stores a change whose proposal and decision are the caller's.
func (o *Rulebook) decideRule(w *action.Work, c domain.RuleChange) (domain.RuleChange, error) {
	c.Proposed, c.Proposer, c.Decided, c.Decider = o.Now(), w.By.Actor, o.Now(), w.By.Actor
	var err error
	if c.ID, err = w.ProposeRule(c); err != nil {
		return c, err
	}
	return c, w.DecideRule(c.ID, c.Decider, c.Decided)
}

// PhotoKeepDays returns how many days after the decision the photos of identity documents are destroyed, which the consent
// on a page promises.
func (o *Rulebook) PhotoKeepDays(ctx context.Context) (days int, err error) {
	err = o.Snapshot(ctx, func(w *action.Work) error {
		rules, err := o.Rules(w)
		days = rules.PhotoKeepDays
		return err
	})
	return days, err
}
