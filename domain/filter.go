package domain

import "time"

// ContractFilter narrows a list of contracts; zero fields do not narrow.
type ContractFilter struct {
	Stages []Stage
	Search string // part of number, title, party or person, or of their pinyin
	// Signers are Person.IDs. Contracts that one of them signs are found beside those that Search finds, or alone without it.
	Signers []string
	Signer  string // Person.ID of either party
	Buyer   string // Person.ID of the purchaser
	Problem bool   // only those with a problem
	// ExpireBefore wants those whose signing period ends before the moment.
	ExpireBefore time.Time
	// ReceivedBefore wants those that came in before the moment.
	ReceivedBefore time.Time
	Offset         int // how many to pass over
	Limit          int // 0 means all
}

// VerificationFilter narrows a list of verifications.
type VerificationFilter struct {
	Person string
	States []VerificationState
	Since  time.Time // started at or after
	Limit  int
}

// JobFilter narrows a list of jobs.
type JobFilter struct {
	States []JobState
	Kind   JobKind
	Limit  int
}

// EventFilter narrows the record.
type EventFilter struct {
	Object string
	After  int64 // Seq
	Limit  int
}
