package domain

// Consent is an agreement someone gave on a page: the text as it was shown, which is kept (G23).
type Consent struct {
	Agreed bool
	Kind   string // sign, verify, photos, bank, face, authority
	Text   string
}
