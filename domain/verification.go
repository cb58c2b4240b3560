package domain

import "time"

// Method is a way of personal verification (S65).
type Method string

// The four methods. Any one of the first three is enough (S66).
const (
	MethodFace   Method = "face"
	MethodPhone  Method = "phone"
	MethodBank   Method = "bank"
	MethodManual Method = "manual"
)

// AutomaticMethods lists the methods a provider decides.
func AutomaticMethods() []Method { return []Method{MethodFace, MethodPhone, MethodBank} }

// VerificationState is where one try at one method stands.
type VerificationState string

// The states of a try.
const (
	VerificationCode    VerificationState = "code"    // waits for the SMS code
	VerificationChecked VerificationState = "asking"  // the provider is being asked
	VerificationReview  VerificationState = "review"  // waits for the review desk
	VerificationPassed  VerificationState = "passed"  // the person is verified
	VerificationFailed  VerificationState = "failed"  // another try or method is open
	VerificationRefused VerificationState = "refused" // the review desk refused
	VerificationOff     VerificationState = "cancelled"
)

// Verification is one try of one person at one method (个人认证).
type Verification struct {
	ID       string
	Person   string // Person.ID
	Method   Method
	State    VerificationState
	Identity Identity
	Card     string // bank card number, bank method only
	OrderNo  string // our number at the provider, which deduplicates on it
	Detail   Code   // why it failed, or the review's reason
	Started  time.Time
	Decided  time.Time
	Front    string // reference of the sealed photo, manual review only
	Held     string
}

// Open tells whether the try is still undecided.
func (v Verification) Open() bool {
	return v.State == VerificationCode || v.State == VerificationChecked || v.State == VerificationReview
}

// Outcome is a provider's answer to a check.
type Outcome string

// The outcomes.
const (
	OutcomeMatch    Outcome = "match"
	OutcomeMismatch Outcome = "mismatch"
	OutcomeNoRecord Outcome = "no_record"
	OutcomeInvalid  Outcome = "input_invalid"
	OutcomePending  Outcome = "pending"
)

// MethodsFor lists the methods open to a person now. Holders of other documents than the identity card have manual
// review only (S63); holders of it have manual review after a failed automatic try or when an operator opened it
// (G9). Tried counts today's tries per method, limit is the number allowed per day (G10). Offered are the automatic
// methods the office has a provider for. Somebody whose automatic tries are all used up always keeps manual review
// (S95: no dead end).
func MethodsFor(kind DocKind, offered []Method, tried map[Method]int, limit int, failed, opened bool) []Method {
	var methods []Method
	if kind.Automatic() {
		for _, m := range offered {
			if m != MethodManual && tried[m] < limit {
				methods = append(methods, m)
			}
		}
	}
	if !kind.Automatic() || failed || opened || len(methods) == 0 {
		methods = append(methods, MethodManual)
	}
	return methods
}
