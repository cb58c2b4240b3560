package output

import (
	"strconv"

	"campus.example/sealdesk/domain"
)

// Verification is one try of one person at one method.
type Verification struct {
	ID      string `json:"id"`
	Person  string `json:"person"`
	Name    string `json:"name"`
	Doc     string `json:"document"`
	Number  string `json:"number"` // masked
	Method  string `json:"method"`
	State   string `json:"state"`
	Detail  string `json:"detail"`
	Started string `json:"started"`
	Decided string `json:"decided"`
}

// VerificationOf returns the shape of a try.
func VerificationOf(v domain.Verification) Verification {
	return Verification{
		ID: v.ID, Person: v.Person, Name: v.Identity.Name, Doc: string(v.Identity.Kind), Number: domain.MaskNumber(v.Identity.Number),
		Method: string(v.Method), State: string(v.State), Detail: string(v.Detail), Started: stamp(v.Started), Decided: stamp(v.Decided),
	}
}

// Verifications prints tries as a table. The tries of a person are counted among those in the list.
func (p Printer) Verifications(list []domain.Verification) error {
	tries := map[string]int{}
	for _, v := range list {
		tries[v.Person]++
	}
	rows := make([][]string, 0, len(list))
	for _, v := range list {
		rows = append(rows, []string{
			v.ID, v.Identity.Name, p.Text.Method(v.Method), p.Text.VerificationState(v.State), strconv.Itoa(tries[v.Person]), moment(v.Started),
		})
	}
	return p.Table(p.Text.CLI.Tables.Verifications, rows)
}
