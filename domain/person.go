package domain

import "time"

// Person is someone who signs or seals: a representative, a performer or the office's sealer. The verification
// is bound to the person and the phone together (G18).
type Person struct {
	ID        string // opaque, stands in certificates in place of any document number (G25)
	Phone     Phone
	Identity  Identity // empty until step 1 of the verification is done
	Method    Method   // the method that passed
	Verified  time.Time
	ValidTill time.Time
	// ManualOpened is set when an operator opened manual review without a failed automatic try (G9).
	ManualOpened bool
}

// Agreement is one text a person agreed to (G23).
type Agreement struct {
	Kind   string // sign, verify, photos, bank, face, authority
	SHA256 string // of the text, in lower-case hexadecimal
	Text   string // as it was shown; "" where only the hash was kept
	At     time.Time
}

// VerifiedAt tells whether the verification is good at the time.
func (p Person) VerifiedAt(now time.Time) bool {
	return !p.Verified.IsZero() && now.Before(p.ValidTill)
}
