package rules

import (
	"context"
	"slices"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// NotAdmitted returns why the providers of the settings are not the ones of the rules: the identity provider, and the time
// authority with its anchors. Nil is for a provider that is admitted or not configured.
func (o *Rulebook) NotAdmitted(ctx context.Context) (identity, authority, err error) {
	err = o.Snapshot(ctx, func(w *action.Work) error {
		rules, err := o.Rules(w)
		if err == nil {
			identity, authority = o.VerifierAdmitted(rules), o.TimeAdmitted(rules)
		}
		return err
	})
	return identity, authority, err
}

// VerifierAdmitted refuses an identity provider that is not the one of the rules. Error: CodeProviderNotAdmitted.
func (o *Rulebook) VerifierAdmitted(r domain.Rules) error {
	return admitted(domain.RuleIdentityProvider, o.Verifier.Provider(), r.IdentityProvider)
}

// TimeAdmitted refuses a time authority and an anchor that are not those of the rules. Error: CodeProviderNotAdmitted.
func (o *Rulebook) TimeAdmitted(r domain.Rules) error {
	if err := admitted(domain.RuleTimeAuthority, o.Timestamps.Authority(), r.TimeAuthority); err != nil {
		return err
	}
	return o.AnchorsAdmitted(r)
}

// AnchorsAdmitted refuses anchors of which the rules do not list each. Error: CodeProviderNotAdmitted.
func (o *Rulebook) AnchorsAdmitted(r domain.Rules) error {
	for _, anchor := range o.Sealer.Anchors() {
		if !slices.Contains(r.TrustAnchors, anchor) {
			return domain.Fail(domain.CodeProviderNotAdmitted, anchor, domain.JoinAnchors(r.TrustAnchors), string(domain.RuleTrustAnchors))
		}
	}
	return nil
}

// admitted compares what is configured with the rule. A provider that is not configured can neither be asked nor answer.
func admitted(key domain.RuleKey, configured, rule string) error {
	if configured == rule || configured == domain.RuleNone {
		return nil
	}
	return domain.Fail(domain.CodeProviderNotAdmitted, configured, rule, string(key))
}
