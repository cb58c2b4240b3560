package action

import (
	"campus.example/sealdesk/domain"
)

// Rules returns the rules in force, as the open transaction sees them. An act reads them there, so that no process, file
// or variable has others.
func (o *Runner) Rules(w *Work) (domain.Rules, error) {
	values, err := w.RuleValues()
	if err != nil {
		return domain.Rules{}, err
	}
	return domain.RulesOf(values)
}
