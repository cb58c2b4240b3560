//go:build !office

package output

import (
	"strconv"

	"campus.example/sealdesk/cli/demo"
)

// Summary is what the day of the demonstration came to.
type Summary struct {
	Contracts     int      `json:"contracts"` // good ones that were offered
	Done          int      `json:"done"`
	TurnedAway    int      `json:"turned_away"` // wrong ones, the quarantined among them
	Quarantined   int      `json:"quarantined"`
	Refused       int      `json:"refused"` // by a signer
	SMS           Messages `json:"sms"`
	Verifications int      `json:"verifications"` // passed
	Reviews       int      `json:"reviews"`       // decided at the desk
	Seals         int      `json:"seals"`         // contract seals
	Seconds       float64  `json:"seconds"`
}

// Messages counts the text messages that went out. Unknown are those whose fate is not known.
type Messages struct {
	Link    int `json:"link"`
	Code    int `json:"code"`
	Notice  int `json:"notice"`
	Unknown int `json:"unknown"`
}

// SummaryOf returns the shape of a summary.
func SummaryOf(s demo.Summary) Summary {
	return Summary{
		Contracts: s.Contracts, Done: s.Done, TurnedAway: s.TurnedAway, Quarantined: s.Quarantined, Refused: s.Refused, SMS: Messages(s.SMS),
		Verifications: s.Verifications, Reviews: s.Reviews, Seals: s.Seals, Seconds: s.Seconds,
	}
}

// Summary prints a summary, the folder of the finals and the command that opens the office.
func (p Printer) Summary(s Summary, finals, open string) error {
	w := p.Text.CLI.Demo
	if err := p.Say(w.Done, s.Done, s.Seconds); err != nil {
		return err
	}
	n := w.Summary
	rows := [][]string{}
	for _, line := range []struct {
		name  string
		count int
	}{
		{n.Contracts, s.Contracts},
		{n.Done, s.Done},
		{n.TurnedAway, s.TurnedAway},
		{n.Refused, s.Refused},
		{n.Links, s.SMS.Link},
		{n.Codes, s.SMS.Code},
		{n.Notices, s.SMS.Notice},
		{n.Unknown, s.SMS.Unknown},
		{n.Verifications, s.Verifications},
		{n.Reviews, s.Reviews},
		{n.Seals, s.Seals},
	} {
		rows = append(rows, []string{line.name, strconv.Itoa(line.count)})
	}
	if err := p.Table([]string{"", ""}, rows); err != nil {
		return err
	}
	if err := p.Say(w.Finals, finals); err != nil {
		return err
	}
	return p.Say(w.Open, open)
}
