package domain

import (
	"strings"
	"unicode/utf8"
)

// maxReason bounds a reason, in signs.
const maxReason = 500

// CheckReason trims the reason of an act that needs one. Error: CodeReasonEmpty for none, or for more than 500 signs.
func CheckReason(s string) (string, error) {
	s = strings.TrimSpace(s)
	if s == "" || utf8.RuneCountInString(s) > maxReason {
		return s, Fail(CodeReasonEmpty)
	}
	return s, nil
}

// SetContact changes who stands for a party: his phone with the person behind it, and his name, each left as it is when
// empty (G1). Acts that are done stay done. Errors: CodeWrongStage before the push is possible or after the signing is
// over, CodePhonesEqual, CodePhoneIsOffice.
func (c *Contract) SetContact(s Side, to Contact, office []Phone) error {
	if c.Stage != StageToPush && !c.Stage.Signing() && c.Stage != StageToSeal {
		return Fail(CodeWrongStage, c.No, c.Stage)
	}
	p := &c.B
	if s == PartyA {
		p = &c.A
	}
	if to.Phone != "" {
		p.Phone, p.Signer = to.Phone, to.Person
	}
	if to.Name != "" {
		p.Person = to.Name
	}
	return checkPhones(c.A.Phone, c.B.Phone, office)
}

// CheckPhones refuses a contract whose parties could not be called. Office are the phones of the office's own people.
// Errors: CodePhoneAMissing, CodePhoneBMissing, CodePhonesEqual, CodePhoneIsOffice.
func (c *Contract) CheckPhones(office []Phone) error {
	switch {
	case c.A.Phone == "":
		return Fail(CodePhoneAMissing)
	case c.B.Phone == "":
		return Fail(CodePhoneBMissing)
	}
	return checkPhones(c.A.Phone, c.B.Phone, office)
}

// Awaits tells whether an act of the side is still to come.
func (c *Contract) Awaits(s Side) bool {
	switch c.Stage {
	case StageToPush, StageBSigning, StageBSealing:
		return true
	case StageASigning:
		return s == PartyA
	}
	return false
}

// NameDiffers tells whether the person stands for the side under another name than the contract's (G17). Where the
// contract names nobody, the verification tells the name.
func (c *Contract) NameDiffers(s Side, p Person) bool {
	name := c.Party(s).Person
	return name != "" && p.Identity.Name != "" && name != p.Identity.Name
}
