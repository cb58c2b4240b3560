package output

import (
	"strings"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

// Review is one manual review.
type Review struct {
	ID           string `json:"id"`
	Kind         string `json:"kind"`
	Verification string `json:"verification"`
	Enrolment    string `json:"enrolment"`
	Person       string `json:"person"`
	State        string `json:"state"`
	Opened       string `json:"opened"`
	Due          string `json:"due"`
	By           string `json:"by"`
	Claimed      string `json:"claimed"`
	Decided      string `json:"decided"`
	Reason       string `json:"reason"`
	Note         string `json:"note"`
}

// ReviewOf returns the shape of a review.
func ReviewOf(r domain.Review) Review {
	return Review{
		ID: r.ID, Kind: string(r.Kind), Verification: r.Verification, Enrolment: r.Enrolment, Person: r.Person, State: string(r.State),
		Opened: stamp(r.Opened), Due: stamp(r.Due), By: r.By, Claimed: stamp(r.Claimed), Decided: stamp(r.Decided), Reason: string(r.Reason),
		Note: r.Note,
	}
}

// Reviews prints reviews as a table.
func (p Printer) Reviews(list []app.ReviewCase) error {
	rows := make([][]string, 0, len(list))
	for _, r := range list {
		what := p.Text.DocKind(r.Try.Identity.Kind)
		if r.Enrolment != "" {
			what = strings.TrimSpace(p.Text.ReviewKind(r.Kind) + " " + r.Shown.Name)
		}
		rows = append(rows, []string{
			r.ID, r.Try.Identity.Name, what, p.Text.ReviewState(r.State), moment(r.Opened), moment(r.Due), r.By,
		})
	}
	return p.Table(p.Text.CLI.Tables.Reviews, rows)
}
