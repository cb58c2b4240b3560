package domain

import "time"

// RuleOrigin is how a rule came to its value.
type RuleOrigin string

// The origins.
const (
	RuleCreated RuleOrigin = "created" // with the folder
	RuleAdopted RuleOrigin = "adopted" // from the settings of an older program
	RuleSet     RuleOrigin = "set"     // by an act
)

// RuleChange is one change of a rule: what was proposed, by which actor and why, and the decision.
type RuleChange struct {
	ID            int64
	Key           RuleKey
	Before, After string // values; Before is "" for the first one
	Origin        RuleOrigin
	Proposed      time.Time
	Proposer      Actor
	Reason        string
	Decided       time.Time // zero while the proposal waits
	Decider       Actor
}

// RuleState is a rule with its value in force and the change that set it, which is the zero change for a default that
// was never written.
type RuleState struct {
	RuleSpec
	Value string
	Last  RuleChange
}
