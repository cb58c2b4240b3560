package party

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// DueFrom finds the act that is due from this person. With want, only that act will do; whoever is not due is told
// so by CheckTurn.
func (o *Parties) DueFrom(w *action.Work, person, no string, want domain.Act) (domain.Person, domain.Contract, domain.Act, error) {
	p, err := w.Person(person)
	if err != nil {
		return p, domain.Contract{}, "", err
	}
	c, err := w.Contract(no)
	if err != nil {
		return p, c, "", err
	}
	act := want
	if act == "" {
		act = ownAct(c, person)
	}
	if act == "" {
		return p, c, "", domain.Fail(domain.CodeNotFound, no)
	}
	if err := o.MaySign(c, act, p); err != nil {
		return p, c, act, err
	}
	if _, err := w.SealOpFor(no, act); err == nil {
		return p, c, act, domain.Fail(domain.CodeSealRunning, no)
	} else if domain.CodeOf(err) != domain.CodeNotFound {
		return p, c, act, err
	}
	return p, c, act, nil
}

// ownAct is the act the person would do: the due one when it is his, otherwise his signature, which CheckTurn will
// then refuse.
func ownAct(c domain.Contract, person string) domain.Act {
	if act, due := c.Stage.Due(); due && act != domain.ActOfficeSeal && c.Party(act.Side()).Signer == person {
		return act
	}
	switch person {
	case c.B.Signer:
		return domain.ActBSign
	case c.A.Signer:
		return domain.ActASign
	}
	return ""
}
