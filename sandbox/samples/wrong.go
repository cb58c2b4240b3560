package samples

import (
	"fmt"

	"campus.example/sealdesk/pdf/write"
)

// Kind is what is wrong with a contract.
type Kind string

// The kinds, named for what was done to the contract; what the office calls it is the office's business.
const (
	PhoneMissing   Kind = "phone_b_missing"
	PhoneMalformed Kind = "phone_b_malformed"
	PhonesEqual    Kind = "phones_equal"
	ProcessUnknown Kind = "seal_process_unknown"
	ProcessOther   Kind = "seal_process_other"
	ESealNo        Kind = "e_seal_no"
	Broken         Kind = "broken_pdf"
	Encrypted      Kind = "encrypted_pdf"
)

// Password opens the encrypted sample.
const Password = "sealdesk"

// Wrong gives one contract of each wrong kind, always the same.
func Wrong() ([]Contract, error) {
	kinds := []struct {
		kind    Kind
		verdict string
		change  func(*Contract)
	}{
		{PhoneMissing, "turned_away", func(c *Contract) { c.PartyB.Phone = "" }},
		{PhoneMalformed, "turned_away", func(c *Contract) { c.PartyB.Phone = "1540000001" }},
		{PhonesEqual, "turned_away", func(c *Contract) { c.PartyB.Phone = c.PartyA.Phone }},
		{ProcessUnknown, "quarantined", func(c *Contract) { c.SealProcess = "三方会签" }},
		{ProcessOther, "turned_away", func(c *Contract) { c.SealProcess = "线下用印" }},
		{ESealNo, "turned_away", func(c *Contract) { c.ESeal = "否" }},
		{Broken, "turned_away", nil},
		{Encrypted, "turned_away", func(c *Contract) {
			c.Habit = write.Habit{
				Name: "encrypted", Version: "1.4", Producer: "Sample Office 3", Creator: "Sample Office 3",
				Lock: &write.Lock{User: Password, Owner: "owner of " + Password},
			}
		}},
	}
	list := make([]Contract, len(kinds))
	for i, k := range kinds {
		c, err := build(fmt.Sprintf("HT-2026-X%03d", i+1), i+1, k.change)
		if err != nil {
			return nil, err
		}
		c.Wrong, c.Verdict = k.kind, k.verdict
		if k.kind == Broken {
			// What a broken upload leaves: the front part, without catalogue, cross-reference or end.
			c.PDF = c.PDF[:len(c.PDF)/4]
		}
		list[i] = c
	}
	return list, nil
}
