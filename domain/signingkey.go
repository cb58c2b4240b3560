package domain

// SigningKey is a key that signs for a person or an organisation, with its certificates (leaf first, DER). Private
// is PKCS #8, sealed by the store under the subject's key; it is empty for the office's seal key, which only the
// Sealer has.
type SigningKey struct {
	ID      string
	Subject string // Person.ID, or an organisation's id
	Private []byte
	Chain   [][]byte
}

// OfficeKey is the ID of the office's seal key.
const OfficeKey = "office"
