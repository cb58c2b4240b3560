// Package samples makes sample contracts: real Chinese in the manner of what a university signs, between parties that do
// not exist, as PDFs in the habits of several programs. The same number gives the same bytes.
package samples

import (
	"fmt"
	"time"

	"campus.example/sealdesk/pdf/write"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/sandbox/procurement"
)

// Contract is one contract as a purchaser enters it, with its text.
type Contract struct {
	procurement.Contract
	PDF      []byte
	Approver string
	Habit    write.Habit
	Wrong    Kind   // what is wrong with it, "" for a good one
	Verdict  string // what a careful office answers: accepted, turned_away or quarantined
}

// Good gives the n-th good contract, from 1. Texts, parties and the programs that made the PDF change from one to the
// next; the first is signed by the passport holder.
func Good(n int) (Contract, error) {
	if n < 1 {
		return Contract{}, fmt.Errorf("samples: there is no contract %d", n)
	}
	return build(fmt.Sprintf("HT-2026-%04d", n), n, nil)
}

// build lays out one contract; change may spoil its words before the text is made from them.
func build(no string, n int, change func(*Contract)) (Contract, error) {
	all, err := texts()
	if err != nil {
		return Contract{}, err
	}
	t := all[(n-1)%len(all)]
	round := (n - 1) / len(all)
	habits := Habits()
	company, department := cast.Companies()[t.company], cast.Departments()[t.department]
	rep, performer, buyer := company.Representative, department.Performer, department.Purchaser
	c := Contract{
		Contract: procurement.Contract{
			No: no, Title: t.title, Currency: "CNY", Amount: t.total(round).String(), ESeal: "是", SealProcess: "合同双方签署",
			PartyA:    procurement.PartyA{Name: cast.University, Department: department.Name, Person: performer.Name, Phone: performer.Phone},
			PartyB:    procurement.PartyB{Name: company.Name, CreditCode: company.CreditCode, Person: rep.Name, Phone: rep.Phone},
			Purchaser: procurement.Contact{Name: buyer.Name, Phone: buyer.Phone},
			Document:  procurement.Document{FileName: no + "-" + t.title + ".pdf"},
		},
		Approver: department.Approver, Habit: habits[(n-1+round)%len(habits)], Verdict: "accepted",
	}
	if change != nil {
		change(&c)
	}
	c.PDF, err = t.pdf(c, round, signedOn(n))
	if err != nil {
		return Contract{}, fmt.Errorf("sample %s: %w", no, err)
	}
	return c, nil
}

// signedOn spreads the contracts over the working year.
func signedOn(n int) time.Time {
	return time.Date(2026, time.January, 5+n%300, 9, 30+n%30, 0, 0, time.FixedZone("CST", 8*60*60))
}
