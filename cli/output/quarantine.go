package output

import (
	"strings"

	"campus.example/sealdesk/app"
)

// Quarantine is what waits for a decision. Phones are masked.
type Quarantine struct {
	No        string   `json:"no"`
	Stage     string   `json:"stage"`
	Code      string   `json:"code"`
	Current   Version  `json:"current"`
	Offered   *Version `json:"offered"` // null where the contract itself is in quarantine
	Fields    []Field  `json:"fields"`
	Text      []Line   `json:"text"`
	TextMore  int      `json:"text_more"`
	TextError string   `json:"text_error"`
	Decisions []string `json:"decisions"`
}

// Version is one of two versions of a contract.
type Version struct {
	SHA256 string `json:"sha256"`
	At     string `json:"at"`
}

// Field is a field that differs between two versions.
type Field struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

// Line is a line that only one of two texts has.
type Line struct {
	In   string `json:"in"` // current or offered
	Line string `json:"line"`
}

// QuarantineOf returns the shape of what waits for a decision.
func QuarantineOf(q app.Quarantine) Quarantine {
	current, offered := q.Current(), q.Offered()
	out := Quarantine{
		No: q.Contract.No, Stage: string(q.Contract.Stage), Code: string(q.Code), Current: Version{current.SHA256, stamp(current.At)},
		Fields: []Field{}, Text: []Line{}, TextMore: q.Text.More, TextError: string(q.Text.Failed), Decisions: []string{},
	}
	if q.Offer != nil {
		out.Offered = &Version{offered.SHA256, stamp(offered.At)}
	}
	for _, f := range q.Fields {
		out.Fields = append(out.Fields, Field(f))
	}
	for _, l := range q.Text.Lines {
		in := "current"
		if l.New {
			in = "offered"
		}
		out.Text = append(out.Text, Line{in, l.Line})
	}
	for _, d := range q.Decisions {
		out.Decisions = append(out.Decisions, string(d))
	}
	return out
}

// Quarantine prints both versions of a contract that waits for a decision, and which decisions are possible.
func (p Printer) Quarantine(q app.Quarantine) error {
	w, k := p.Text.CLI.Quarantine, q.Contract
	current, offered := q.Current(), q.Offered()
	lines := [][2]string{
		{p.Text.CLI.Contract.No, k.No},
		{p.Text.CLI.Contract.Title, k.Title},
		{p.Text.CLI.Contract.Stage, p.Text.Stage(k.Stage)},
		{p.Text.CLI.Contract.Problem, p.Text.Problem(q.Code)},
		{p.Text.Field("seal_process"), k.SealProcess},
		{w.Current, current.SHA256 + " " + moment(current.At)},
	}
	if q.Offer != nil {
		lines = append(lines, [2]string{w.Offered, offered.SHA256 + " " + moment(offered.At)})
	}
	for _, l := range lines {
		if err := p.Say("{0}: {1}", l[0], l[1]); err != nil {
			return err
		}
	}
	rows := [][]string{}
	for _, f := range q.Fields {
		rows = append(rows, []string{p.Text.Field(f.Field), f.Old, f.New})
	}
	if err := p.section(w.Fields, p.Text.CLI.Tables.Fields, rows, -1); err != nil {
		return err
	}
	if q.Offer != nil {
		if err := p.difference(q); err != nil {
			return err
		}
	}
	words := make([]string, 0, len(q.Decisions))
	for _, d := range q.Decisions {
		words = append(words, string(d))
	}
	if err := p.Say(""); err != nil {
		return err
	}
	return p.Say(w.Decide, k.No, strings.Join(words, " | "))
}

// difference prints the lines that only one of the texts has: - the present one, + the offered one.
func (p Printer) difference(q app.Quarantine) error {
	w := p.Text.CLI.Quarantine
	for _, line := range []string{"", w.Text} {
		if err := p.Say(line); err != nil {
			return err
		}
	}
	switch {
	case q.Text.Failed != "":
		return p.Say(w.Unread, p.Text.Problem(q.Text.Failed))
	case len(q.Text.Lines) == 0:
		return p.Say(w.SameText)
	}
	for _, l := range q.Text.Lines {
		sign := "- "
		if l.New {
			sign = "+ "
		}
		if err := p.Say("{0}", sign+l.Line); err != nil {
			return err
		}
	}
	if q.Text.More > 0 {
		return p.Say(w.More, q.Text.More)
	}
	return nil
}
