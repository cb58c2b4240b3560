package party

import (
	"campus.example/sealdesk/domain"
)

// MaySign tells whether the person may do the act now: it is his, it is its turn, he is verified, and his verified
// name is the contract's (S13, S49, G17), and no other offer of the contract waits for the office's decision (G8).
func (o *Parties) MaySign(c domain.Contract, act domain.Act, p domain.Person) error {
	party := c.Party(act.Side())
	switch {
	case party.Signer != p.ID:
		return domain.Fail(domain.CodeNotFound, c.No)
	case !p.VerifiedAt(o.Now()):
		if err := domain.CheckTurn(c.Stage, act); err != nil {
			return err
		}
		return domain.Fail(domain.CodeNotVerified)
	}
	if err := domain.CheckTurn(c.Stage, act); err != nil {
		return err
	}
	if !c.ExpiresAt.IsZero() && !o.Now().Before(c.ExpiresAt) {
		return domain.Fail(domain.CodeLinkDead)
	}
	if c.NameDiffers(act.Side(), p) {
		return domain.Fail(domain.CodeNameDiffers, c.No)
	}
	return c.CheckDoubt()
}
