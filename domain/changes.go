package domain

// FieldChange is one field in which an offer differs from the contract under its number. Field is one of the names of
// the wire format. Phones are masked.
type FieldChange struct{ Field, Old, New string }

// Changes lists the fields in which another statement of the same contract differs from this one.
func (c *Contract) Changes(to Contract) (changes []FieldChange) {
	add := func(field, before, after string) {
		if before != after {
			changes = append(changes, FieldChange{field, before, after})
		}
	}
	phone := func(field string, before, after Phone) {
		if before != after {
			changes = append(changes, FieldChange{field, masked(before), masked(after)})
		}
	}
	add("title", c.Title, to.Title)
	add("amount", c.Amount.String(), to.Amount.String())
	add("seal_process", c.SealProcess, to.SealProcess)
	add("party_a", c.A.Name, to.A.Name)
	add("department", c.A.Department, to.A.Department)
	add("person_a", c.A.Person, to.A.Person)
	phone("phone_a", c.A.Phone, to.A.Phone)
	add("party_b", c.B.Name, to.B.Name)
	add("credit_code", c.B.CreditCode, to.B.CreditCode)
	add("person_b", c.B.Person, to.B.Person)
	phone("phone_b", c.B.Phone, to.B.Phone)
	add("purchaser", c.Purchaser.Name, to.Purchaser.Name)
	phone("purchaser_phone", c.Purchaser.Phone, to.Purchaser.Phone)
	return changes
}

func masked(p Phone) string {
	if p == "" {
		return ""
	}
	return p.Masked()
}

// Restate takes over the fields of another statement of the same contract. What the contract has become since stays.
func (c *Contract) Restate(to Contract) {
	c.Title, c.Amount, c.SealProcess, c.Approval = to.Title, to.Amount, to.SealProcess, to.Approval
	c.A, c.B, c.Purchaser = to.A, to.B, to.Purchaser
}
