package domain

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// Enrolment is what a company of Party B has shown once and need not show again: that a person may sign and seal for it
// (G3), or what its seal looks like (G4).
type Enrolment struct {
	ID      string
	Kind    EnrolmentKind
	Company string    // CompanyID
	Name    string    // registered name at the time
	Person  string    // Person.ID of whoever enrolled it; an authority is his alone
	As      Authority // of an authority
	File    string    // reference of the sealed file: the letter, or the picture; "" where there is none
	State   ReviewState
	Reason  ReviewReason
	Made    time.Time
	Decided time.Time
}

// EnrolmentKind is what is enrolled.
type EnrolmentKind string

// The kinds.
const (
	EnrolAuthority EnrolmentKind = "authority"
	EnrolSeal      EnrolmentKind = "seal"
)

// Authority says why a person may sign and seal for Party B.
type Authority string

// The two reasons. A legal representative declares that he is one; who is authorised shows the letter (授权委托书).
const (
	AuthorityLegalRepresentative Authority = "legal_representative"
	AuthorityAuthorised          Authority = "authorised"
)

// CompanyID names Party B's company: by its credit code, or by its registered name when the contract gives none.
func CompanyID(b Party) string {
	if b.CreditCode != "" {
		return IDCompany + b.CreditCode
	}
	sum := sha256.Sum256([]byte(b.Name))
	return IDCompany + hex.EncodeToString(sum[:10])
}
