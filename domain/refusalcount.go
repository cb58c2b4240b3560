package domain

import "time"

// Refusal is one kind of refusal of one caller, with the number of its repeats since the first one was recorded.
type Refusal struct {
	Actor   Actor
	Proof   string
	Action  Action
	Object  string
	Code    Code
	Since   time.Time // when the first one was recorded
	Repeats int       // further ones, not recorded yet
}

// StrangerKey is what refusals of strangers are counted by.
type StrangerKey struct {
	Action Action
	Code   Code
}

// StrangerCount is how often strangers met one refusal.
type StrangerCount struct {
	StrangerKey
	Count int
	Last  time.Time
}
