package domain

import "time"

// Link is the entry a text message carries: /s/CODE on the signers' pages. It dies when the contact changes (G1).
type Link struct {
	ID       string
	Code     string // secret, short, stands in the message
	Person   string // Person.ID
	Contract string // Contract.No
	Dead     bool
	Expires  time.Time
}

// Session is a signer's stay on the pages after the link and the code.
type Session struct {
	Token   string // secret, stands in the cookie; stored as a hash
	Person  string
	Expires time.Time
}

// Purpose is what a one-time code is for. A code for one purpose opens nothing else.
type Purpose string

// The purposes.
const (
	PurposeEnter  Purpose = "enter"
	PurposeVerify Purpose = "verify"
	PurposeSign   Purpose = "sign"
)

// CodeLife and CodeGuesses bound a one-time code (G10).
const (
	CodeLife    = 5 * time.Minute
	CodeGuesses = 5
	CodePause   = 60 * time.Second // between two codes to one phone
)

// OneTimeCode is a code sent by text message.
type OneTimeCode struct {
	ID      string
	Person  string
	Purpose Purpose
	Subject string // Contract.SignSubject for PurposeSign, Verification.ID for PurposeVerify
	Code    string // six digits
	Sent    time.Time
	Expires time.Time
	Guesses int
	Used    bool
}

// Try compares a guess. It counts the guess, marks a right one used, and refuses late, used or exhausted codes.
func (c *OneTimeCode) Try(guess string, now time.Time) error {
	if c.Used || !now.Before(c.Expires) {
		return Fail(CodeCodeExpired)
	}
	if c.Guesses >= CodeGuesses {
		return Fail(CodeTriesUsedUp)
	}
	c.Guesses++
	if guess != c.Code {
		return Fail(CodeCodeWrong, CodeGuesses-c.Guesses)
	}
	c.Used = true
	return nil
}
