package lifecycle

import (
	"context"
	"strings"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/internal/party"
)

// NewContact says who stands for a party from now on.
type NewContact struct {
	Side     domain.Side
	Phone    string // "" leaves the phone
	Name     string // "" leaves the name
	Verified bool   // the name he was verified under is right (G17)
	Reason   string
}

// ChangeContact gives a party another phone or name (G1, G17). The old link dies in the same transaction; whoever is due
// gets a new one. Signatures that are given stay. Errors: CodeReasonEmpty, CodeBadInput when nothing is to change,
// CodePhoneAInvalid, CodePhoneBInvalid, CodeNotVerified, CodeSealRunning, those of Contract.SetContact.
func (o *Lifecycle) ChangeContact(ctx context.Context, by domain.Caller, no string, n NewContact) error {
	reason, err := domain.CheckReason(n.Reason)
	if err != nil {
		return err
	}
	n.Phone, n.Name = strings.TrimSpace(n.Phone), strings.TrimSpace(n.Name)
	if n.Phone == "" && n.Name == "" && !n.Verified {
		return domain.Fail(domain.CodeBadInput, "phone")
	}
	return o.OnContract(ctx, by, no, domain.ActionContractContact, func(w *action.Work, c domain.Contract) error {
		old := c.Party(n.Side)
		to, err := o.contactOf(w, old, n)
		if err != nil {
			return err
		}
		office, err := party.OfficePhones(w)
		if err != nil {
			return err
		}
		if err := c.SetContact(n.Side, to, office); err != nil {
			return err
		}
		return o.contactChanged(w, c, n.Side, old, reason)
	})
}

// contactOf finds the person behind the new phone and the name to write down.
func (o *Lifecycle) contactOf(w *action.Work, old domain.Party, n NewContact) (to domain.Contact, err error) {
	to.Name = n.Name
	person := old.Signer
	if n.Phone != "" {
		phone, err := domain.ParsePhone(n.Phone)
		if err != nil {
			if n.Side == domain.PartyA {
				return to, domain.Fail(domain.CodePhoneAInvalid)
			}
			return to, domain.Fail(domain.CodePhoneBInvalid)
		}
		p, err := o.Parties.PersonOf(w, phone)
		if err != nil {
			return to, err
		}
		to.Phone, to.Person, person = phone, p.ID, p.ID
	}
	if !n.Verified {
		return to, nil
	}
	p, err := w.Person(person)
	if err == nil && !p.VerifiedAt(o.Now()) {
		err = domain.Fail(domain.CodeNotVerified)
	}
	to.Name = p.Identity.Name
	return to, err
}

func (o *Lifecycle) contactChanged(w *action.Work, c domain.Contract, s domain.Side, old domain.Party, reason string) error {
	now, party := o.Now(), c.Party(s)
	moved := party.Signer != old.Signer
	act, due := c.Stage.Due()
	due = due && act != domain.ActOfficeSeal && act.Side() == s
	if moved {
		if due {
			if err := noneRunning(w, c.No, act); err != nil {
				return err
			}
		}
		if err := w.KillLinks(c.No, old.Signer); err != nil {
			return err
		}
		if c.Problem.Code == domain.CodeSMSFailed {
			c.Problem = domain.Problem{}
		}
	}
	if err := o.Parties.CompareNames(w, &c); err != nil {
		return err
	}
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	detail := domain.Fields("side", string(s))
	if moved {
		detail = detail.And("phone", "changed")
	}
	if party.Person != old.Person {
		detail = detail.And("name", "changed")
	}
	err := w.Record(domain.ActionContractContact, action.ContractObject(c.No), domain.Event{
		Before: string(c.Stage), After: string(c.Stage), Detail: detail.And("reason", reason),
	})
	if err != nil || !moved || !due {
		return err
	}
	return o.Notifier.CallSigner(w, LinkTo(s), c, party.Signer, now)
}

// noneRunning refuses while the act is being carried out, or may be again: what is signed then is the old contact's.
// Error: CodeSealRunning.
func noneRunning(w *action.Work, no string, act domain.Act) error {
	op, err := w.SealOpFor(no, act)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return nil
	}
	if err == nil && op.State != domain.SealQuarantined {
		err = domain.Fail(domain.CodeSealRunning, no)
	}
	return err
}
