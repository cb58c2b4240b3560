package domain

import "time"

// SigningKey is a key that signs for a person or an organisation, with its certificates (leaf first, DER). It is made
// for one act and destroyed when the act is signed. Private is PKCS #8, sealed by the store under the subject's key; it
// is empty once destroyed, and for the office's seal key, which only the Sealer has.
type SigningKey struct {
	ID      string
	Subject string // Person.ID, or an organisation's id
	Private []byte
	Chain   [][]byte
	Until   time.Time // when its certificate ends, zero for the office's
}

// OfficeKey is the ID of the office's seal key.
const OfficeKey = "office"
