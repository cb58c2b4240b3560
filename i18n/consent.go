package i18n

import (
	"crypto/sha256"
	"encoding/hex"
)

// ConsentKind is what is agreed to. Each is ticked by itself (G23).
type ConsentKind string

// The kinds. The first five are the ones kept with a person's consents.
const (
	ConsentSign      ConsentKind = "sign"
	ConsentVerify    ConsentKind = "verify"
	ConsentPhotos    ConsentKind = "photos"
	ConsentBank      ConsentKind = "bank"
	ConsentFace      ConsentKind = "face"
	ConsentAuthority ConsentKind = "authority" // declaration of who signs for the company (G3)
)

// ConsentKinds lists the kinds.
func ConsentKinds() []ConsentKind {
	return []ConsentKind{ConsentSign, ConsentVerify, ConsentPhotos, ConsentBank, ConsentFace, ConsentAuthority}
}

// Controller is who asks for the consent; the law wants name and contact told.
//
// Source: Personal Information Protection Law, article 17.
type Controller struct {
	Name      string // the organisation: 测试大学采购与招标管理办公室
	Contact   string // phone or address, may be empty
	PhotoDays int    // days after the decision until ID photos are destroyed (G19)
}

// Consent is a text somebody agrees to.
type Consent struct {
	Title string
	Text  string // paragraphs, parted by newlines
	Tick  string // beside the box
}

// SHA256 identifies exactly this text, in lower-case hexadecimal. It is kept as evidence of what was agreed to.
func (c Consent) SHA256() string {
	sum := sha256.Sum256([]byte(c.Title + "\n" + c.Text + "\n" + c.Tick))
	return hex.EncodeToString(sum[:])
}

type consents map[ConsentKind]Consent

// Consent gives the text of a kind, filled for the office; found is false for an unknown kind.
func (t *Text) Consent(kind ConsentKind, by Controller) (c Consent, found bool) {
	c, found = t.consents[kind]
	if !found {
		return Consent{}, false
	}
	c.Text = t.Fill(c.Text, by.Name, by.Contact, by.PhotoDays)
	return c, true
}
