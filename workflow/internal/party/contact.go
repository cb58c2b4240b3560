package party

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// CompareNames flags a contract when somebody who has still to act on it is verified under another name than the
// contract's, and takes the flag away when that is so no more (G17).
func (o *Parties) CompareNames(w *action.Work, c *domain.Contract) error {
	before := c.Problem.Code
	if c.Problem.Code == domain.CodeNameDiffers {
		c.Problem = domain.Problem{}
	}
	for _, side := range []domain.Side{domain.PartyB, domain.PartyA} {
		id := c.Party(side).Signer
		if id == "" || !c.Awaits(side) {
			continue
		}
		p, err := w.Person(id)
		if err != nil {
			return err
		}
		if p.VerifiedAt(o.Now()) && c.NameDiffers(side, p) {
			c.Flag(domain.CodeNameDiffers, o.Now())
		}
	}
	if c.Problem.Code == before {
		return nil
	}
	return w.As(domain.System()).RecordFlag(*c, before)
}

// CompareNamesOf does so for everything that waits for a person who was just verified.
func (o *Parties) CompareNamesOf(w *action.Work, person string) error {
	waiting, err := w.Contracts(domain.ContractFilter{
		Signer: person, Stages: []domain.Stage{domain.StageToPush, domain.StageBSigning, domain.StageBSealing, domain.StageASigning},
	})
	if err != nil {
		return err
	}
	for _, c := range waiting {
		was := c.Problem
		if err := o.CompareNames(w, &c); err != nil {
			return err
		}
		if c.Problem.Code == was.Code {
			continue
		}
		if err := w.UpdateContract(c); err != nil {
			return err
		}
	}
	return nil
}
