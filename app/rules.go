package app

import (
	"context"

	"campus.example/sealdesk/client/identity"
	"campus.example/sealdesk/client/tsa"
	"campus.example/sealdesk/config"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/workflow/rules"
)

// founding marks rules as those of a folder that is being made, also when there are none.
func founding(rules map[domain.RuleKey]string) map[domain.RuleKey]string {
	if rules == nil {
		return map[domain.RuleKey]string{}
	}
	return rules
}

// takeOver gives a folder the rules it does not have yet, from how it is made or from the settings of an older program, and
// records a settings file that has changed. Error: CodeConfig for a setting that cannot be taken over.
func (a *App) takeOver(ctx context.Context, created map[domain.RuleKey]string) error {
	missing, err := a.Office.MissingRules(ctx)
	if err != nil {
		return err
	}
	if len(missing) > 0 {
		f := rules.Founding{Origin: domain.RuleCreated, Values: created}
		if created == nil {
			if f, err = adopted(a.Config.Moved()); err != nil {
				return err
			}
		}
		if err := a.Office.FoundRules(ctx, f); err != nil {
			return err
		}
	}
	sha, keys := a.Config.Written()
	return a.Office.NoteSettings(ctx, rules.SettingsFile{SHA256: sha, Keys: keys})
}

// adopted returns the rules that older settings state, file and environment as they were in force. Error: CodeConfig.
func adopted(moved []config.Moved) (rules.Founding, error) {
	f := rules.Founding{Origin: domain.RuleAdopted, Values: map[domain.RuleKey]string{}, Places: map[domain.RuleKey]string{}}
	var wrong config.Problems
	for _, m := range moved {
		key, value := domain.RuleKey(m.Rule), m.Value
		if key == domain.RuleQuietHours && value == "" { // how the settings wrote no hours
			value = domain.RuleNone
		}
		spec, err := domain.RuleSpecOf(key)
		if err != nil {
			return f, err
		}
		if f.Values[key], err = spec.Parse(value); err != nil {
			wrong = append(wrong, config.Problem{
				Code: config.CodeOneOf, Key: m.Key, File: config.FileName, Line: m.Line, Env: m.Env, Args: []string{m.Value, spec.Values},
			})
		}
		f.Places[key] = m.Place()
	}
	if len(wrong) > 0 {
		return f, domain.Fail(domain.CodeConfig, wrong.Error()).Because(wrong)
	}
	return f, nil
}

// Ignored lists the settings that are stated and do not count, because they are rules now.
func (a *App) Ignored() []config.Moved { return a.Config.Moved() }

// admission returns why providers of the settings are not those of the rules, by the names of the doctor's checks.
func (a *App) admission(ctx context.Context) (map[string]error, error) {
	verifier, authority, err := a.Office.NotAdmitted(ctx)
	return map[string]error{identity.Provider: verifier, tsa.Provider: authority}, err
}

// NotAdmitted returns why providers of the settings are not those of the rules, nothing when all are.
func (a *App) NotAdmitted(ctx context.Context) ([]error, error) {
	verifier, authority, err := a.Office.NotAdmitted(ctx)
	var why []error
	for _, e := range []error{verifier, authority} {
		if e != nil {
			why = append(why, e)
		}
	}
	return why, err
}

// logRules notes in the program's own log what the start has found of settings against rules.
func (a *App) logRules(ctx context.Context) error {
	for _, m := range a.Ignored() {
		a.Log.Warn("a setting is ignored: it is a rule now", "place", m.Place(), "rule", m.Rule)
	}
	why, err := a.NotAdmitted(ctx)
	for _, e := range why {
		a.Log.Warn("a provider of the settings is not admitted", "why", i18n.For(i18n.English).Sentence(e))
	}
	return err
}
