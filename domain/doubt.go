package domain

import "time"

// Doubt reports whether the code says that another offer of the contract's number waits for a person's decision. Such a
// problem stays until it is decided: no other one replaces it and no stage clears it.
func (c Code) Doubt() bool { return c == CodeOtherBytes || c == CodeOfferDiffers }

// Doubted reports whether another offer of the contract's number waits for a person's decision. Nothing moves the
// contract until then but the decision itself, a recall and a forced end.
func (c *Contract) Doubted() bool { return c.Problem.Code.Doubt() }

// CheckDoubt refuses while another offer of the number waits for a person's decision. Error: CodeOfferDiffers.
func (c *Contract) CheckDoubt() error {
	if c.Doubted() {
		return Fail(CodeOfferDiffers, c.No)
	}
	return nil
}

// RaiseDoubt flags the contract because of another offer of its number, in place of any other problem.
func (c *Contract) RaiseDoubt(code Code, now time.Time) { c.Problem = Problem{Code: code, Since: now} }

// SettleDoubt takes the flag away after the decision. Instead is the problem that the flag replaced, "" for none.
func (c *Contract) SettleDoubt(instead Code, now time.Time) {
	if !c.Doubted() {
		return
	}
	c.Problem = Problem{}
	if instead != "" {
		c.Problem = Problem{Code: instead, Since: now}
	}
}

// Decision is what a person decides of a contract in quarantine, or of an offer that differs from its contract (G8).
type Decision string

// The decisions.
const (
	DecideAccept  Decision = "accept"  // it stands as it came; of an offer with the same text, its fields are taken over
	DecideRefuse  Decision = "refuse"  // it is turned away; the contract it differs from goes on
	DecideReplace Decision = "replace" // its text takes the place of the contract's
)

// Decisions lists the decisions.
func Decisions() []Decision { return []Decision{DecideAccept, DecideRefuse, DecideReplace} }

// ParseDecision accepts one of the decisions. Error: CodeBadInput.
func ParseDecision(s string) (Decision, error) {
	for _, d := range Decisions() {
		if string(d) == s {
			return d, nil
		}
	}
	return "", Fail(CodeBadInput, s)
}

// Action returns the action that the record stores for the decision.
func (d Decision) Action() Action { return Action("quarantine." + string(d)) }
