package query

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/signing"
)

// Home is what a signer sees after entering: who he is, and what waits for him.
type Home struct {
	Person       domain.Person
	Verified     bool
	Verification *domain.Verification // the newest try, nil before the first
	Tasks        []Task
	Purchases    []domain.Contract // made by this person upstream, newest change first (S15)
}

// maxPurchases bounds what one page lists.
const maxPurchases = 200

// Task is one contract that waits for the person, or did.
type Task struct {
	Contract domain.Contract
	Act      domain.Act  // the act that is due from this person, "" when none is
	Running  bool        // the act is done by the person and not yet in force
	Held     bool        // it does not come into force by itself: the office looks into it
	Blocked  domain.Code // why the act cannot be done, "" when it can
}

// HomeOf loads a signer's home.
func (o *Query) HomeOf(ctx context.Context, by domain.Caller) (h Home, err error) {
	err = o.View(ctx, by, domain.ActionSignerRead, action.PersonObject(by.ID), func(w *action.Work) error {
		if h.Person, err = w.Person(by.ID); err != nil {
			return err
		}
		h.Verified = h.Person.VerifiedAt(o.Now())
		tries, err := w.Verifications(domain.VerificationFilter{Person: by.ID, Limit: 1})
		if err != nil {
			return err
		}
		if len(tries) > 0 {
			h.Verification = &tries[0]
		}
		contracts, err := w.Contracts(domain.ContractFilter{Signer: by.ID})
		if err != nil {
			return err
		}
		h.Tasks = nil
		for _, c := range contracts {
			if c.PushedAt.IsZero() {
				continue
			}
			task, err := o.taskOf(w, c, h.Person)
			if err != nil {
				return err
			}
			h.Tasks = append(h.Tasks, task)
		}
		h.Purchases, err = w.Contracts(domain.ContractFilter{Buyer: by.ID, Limit: maxPurchases})
		return err
	})
	return h, err
}

func (o *Query) taskOf(w *action.Work, c domain.Contract, p domain.Person) (Task, error) {
	t := Task{Contract: c}
	act, due := c.Stage.Due()
	if !due || act == domain.ActOfficeSeal || c.Party(act.Side()).Signer != p.ID {
		return t, nil
	}
	t.Act = act
	op, err := w.SealOpFor(c.No, act)
	switch {
	case err == nil:
		t.Running = true
		if t.Held, err = signing.HeldUp(w, op); err != nil {
			return t, err
		}
	case domain.CodeOf(err) != domain.CodeNotFound:
		return t, err
	}
	t.Blocked = domain.CodeOf(o.Parties.MaySign(c, act, p))
	return t, nil
}

// SignerContract loads one contract for one of its signers, or for its purchaser, who only looks (S4). Error:
// CodeNotFound for anyone else.
func (o *Query) SignerContract(ctx context.Context, by domain.Caller, no string) (t Task, err error) {
	err = o.View(ctx, by, domain.ActionSignerRead, action.PersonObject(by.ID), func(w *action.Work) error {
		p, err := w.Person(by.ID)
		if err != nil {
			return err
		}
		c, err := w.Contract(no)
		if err != nil {
			return err
		}
		signs := (c.A.Signer == by.ID || c.B.Signer == by.ID) && !c.PushedAt.IsZero()
		if !signs && c.Purchaser.Person != by.ID {
			return domain.Fail(domain.CodeNotFound, no)
		}
		t, err = o.taskOf(w, c, p)
		return err
	})
	return t, err
}

// SignerDocument gives a signer the current document of a contract of his.
func (o *Query) SignerDocument(ctx context.Context, by domain.Caller, no string) ([]byte, domain.Contract, error) {
	t, err := o.SignerContract(ctx, by, no)
	if err != nil {
		return nil, t.Contract, err
	}
	pdf, err := o.Store.Document(ctx, t.Contract.CurrentSHA)
	return pdf, t.Contract, err
}
