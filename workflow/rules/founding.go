package rules

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Founding is what the rules of a folder begin with.
type Founding struct {
	Origin domain.RuleOrigin
	// Values are those that differ from the default. Rules that name providers begin with the configured ones.
	Values map[domain.RuleKey]string
	Places map[domain.RuleKey]string // where a value stood, for the record
}

// MissingRules lists the rules that have never been decided: all of them in a folder that is new or of an older program.
func (o *Rulebook) MissingRules(ctx context.Context) (missing []domain.RuleKey, err error) {
	err = o.Snapshot(ctx, func(w *action.Work) (err error) {
		missing, err = missingRules(w)
		return err
	})
	return missing, err
}

func missingRules(w *action.Work) (missing []domain.RuleKey, err error) {
	values, err := w.RuleValues()
	if err != nil {
		return nil, err
	}
	for _, spec := range domain.RuleSpecs() {
		if _, decided := values[spec.Key]; !decided {
			missing = append(missing, spec.Key)
		}
	}
	return missing, nil
}

// FoundRules decides the rules that have never been decided, all in one transaction with one event. Rules that have a
// value keep it. Error: CodeRuleValue.
func (o *Rulebook) FoundRules(ctx context.Context, f Founding) error {
	return o.Act(ctx, domain.System(), domain.ActionRuleAdopt, objectRules, func(w *action.Work) error {
		missing, err := missingRules(w)
		if err != nil || len(missing) == 0 {
			return err
		}
		begin := o.foundingValues(f)
		detail := domain.Fields("origin", string(f.Origin))
		for _, key := range missing {
			spec, err := domain.RuleSpecOf(key)
			if err != nil {
				return err
			}
			value, err := spec.Parse(begin[key])
			if err != nil {
				return err
			}
			if _, err := o.decideRule(w, domain.RuleChange{Key: key, After: value, Origin: f.Origin}); err != nil {
				return err
			}
			detail = detail.And(string(key), value)
			if place := f.Places[key]; place != "" {
				detail = detail.And("place_of_"+string(key), place)
			}
		}
		return w.Record(domain.ActionRuleAdopt, objectRules, domain.Event{After: string(f.Origin), Detail: detail})
	})
}

// foundingValues completes the given values with the configured providers and the defaults.
func (o *Rulebook) foundingValues(f Founding) map[domain.RuleKey]string {
	values := map[domain.RuleKey]string{}
	for _, spec := range domain.RuleSpecs() {
		values[spec.Key] = spec.Default
	}
	values[domain.RuleIdentityProvider] = o.Verifier.Provider()
	values[domain.RuleTimeAuthority] = o.Timestamps.Authority()
	values[domain.RuleTrustAnchors] = domain.JoinAnchors(o.Sealer.Anchors())
	for key, value := range f.Values {
		values[key] = value
	}
	return values
}
