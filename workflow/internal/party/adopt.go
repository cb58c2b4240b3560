package party

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Adopt finds or makes the people behind the contract's phones.
func (o *Parties) Adopt(w *action.Work, c *domain.Contract) error {
	for _, side := range []struct {
		phone domain.Phone
		id    *string
	}{{c.A.Phone, &c.A.Signer}, {c.B.Phone, &c.B.Signer}, {c.Purchaser.Phone, &c.Purchaser.Person}} {
		if side.phone == "" {
			continue
		}
		p, err := o.PersonOf(w, side.phone)
		if err != nil {
			return err
		}
		*side.id = p.ID
	}
	return nil
}

func (o *Parties) PersonOf(w *action.Work, phone domain.Phone) (domain.Person, error) {
	p, err := w.PersonByPhone(phone)
	if domain.CodeOf(err) != domain.CodeNotFound {
		return p, err
	}
	id, err := o.NewID(domain.IDPerson, 10)
	if err != nil {
		return p, err
	}
	p = domain.Person{ID: id, Phone: phone}
	return p, w.InsertPerson(p)
}

// OfficePhones are the phones of the office's own people, which Party B may not carry (G2).
func OfficePhones(w *action.Work) (phones []domain.Phone, err error) {
	ops, err := w.Operators()
	if err != nil {
		return nil, err
	}
	for _, op := range ops {
		if op.Person == "" {
			continue
		}
		p, err := w.Person(op.Person)
		if err != nil {
			return nil, err
		}
		phones = append(phones, p.Phone)
	}
	return phones, nil
}
