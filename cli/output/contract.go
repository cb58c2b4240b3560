package output

import "campus.example/sealdesk/domain"

// Contract is one contract of a list.
type Contract struct {
	No           string `json:"no"`
	Title        string `json:"title"`
	Stage        string `json:"stage"`
	PartyA       string `json:"party_a"`
	PartyB       string `json:"party_b"`
	Amount       string `json:"amount"`
	WaitingSince string `json:"waiting_since"`
	Problem      string `json:"problem"`
}

// ContractOf returns the shape of a contract.
func ContractOf(k domain.Contract) Contract {
	problem := string(k.Problem.Code)
	if problem == "" && (k.Stage == domain.StageTurnedAway || k.Stage == domain.StageQuarantined) {
		problem = k.Reason
	}
	return Contract{
		No: k.No, Title: k.Title, Stage: string(k.Stage), PartyA: k.A.Name, PartyB: k.B.Name, Amount: k.Amount.String(),
		WaitingSince: stamp(k.StageSince), Problem: problem,
	}
}

// Contracts prints contracts as a table.
func (p Printer) Contracts(list []domain.Contract) error {
	rows := make([][]string, 0, len(list))
	for _, k := range list {
		r := ContractOf(k)
		rows = append(rows, []string{
			r.No, r.Title, p.Text.Stage(k.Stage), r.PartyA, r.PartyB, r.Amount, moment(k.StageSince), p.Text.Problem(domain.Code(r.Problem)),
		})
	}
	return p.Table(p.Text.CLI.Tables.Contracts, rows)
}
