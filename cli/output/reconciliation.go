package output

import "campus.example/sealdesk/domain"

// Reconciliation is one comparison of the finals in three places.
type Reconciliation struct {
	At          string       `json:"at"`
	Compared    int          `json:"compared"`
	Differences []Difference `json:"differences"`
}

// Difference is one contract whose final is not the same everywhere.
type Difference struct {
	No   string `json:"no"`
	Code string `json:"code"`
}

// ReconciliationOf returns the shape of a comparison.
func ReconciliationOf(r domain.Reconciliation) Reconciliation {
	out := Reconciliation{At: stamp(r.At), Compared: r.Compared, Differences: make([]Difference, 0, len(r.Differences))}
	for _, d := range r.Differences {
		out.Differences = append(out.Differences, Difference{No: d.No, Code: string(d.Code)})
	}
	return out
}

// Reconciliation prints a comparison: one line, and a table of what differs.
func (p Printer) Reconciliation(r domain.Reconciliation) error {
	if err := p.Say(p.Text.CLI.Acts.Reconciled, moment(r.At), r.Compared, len(r.Differences)); err != nil || len(r.Differences) == 0 {
		return err
	}
	rows := make([][]string, 0, len(r.Differences))
	for _, d := range r.Differences {
		rows = append(rows, []string{d.No, p.Text.Problem(d.Code)})
	}
	return p.Table(p.Text.CLI.Tables.Differences, rows)
}
