package page

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/screen"
)

// Summary draws who a contract is between, what it is worth, how far it is, who acts next and what is wrong, from a
// row of r on; it gives the row after.
func Summary(c *screen.Canvas, r screen.Rect, y int, d *Deps, row domain.Contract, with Dossier) int {
	t, w, labels := d.Theme, d.Words(), d.Text.CLI.Contract
	column := labelWidth(labels.PartyA, labels.PartyB, w.Columns.Amount, w.NextLabel, w.Columns.Wait, labels.Expires) + 2
	pair := func(label string, value text.Safe, style screen.Style) {
		y = PairStyled(c, r, y, column, d, text.Clean(label), value, style)
	}
	a := text.Clean(row.A.Name)
	if row.A.Department != "" {
		a = text.Clean(row.A.Department)
	}
	var signers map[domain.Side]domain.Person
	if with.No == row.No {
		signers = with.Signers
	}
	pair(labels.PartyA, a, t.Text)
	pair(" ", d.Person(row.A, signers[domain.PartyA]), t.Dim)
	pair(labels.PartyB, text.Clean(row.B.Name), t.Text)
	pair(" ", d.Person(row.B, signers[domain.PartyB]), t.Dim)
	pair(w.Columns.Amount, Yuan(row.Amount), t.Text)
	y++
	c.Line(r, y, d.Steps(row)...)
	y += 2
	if next := d.Next(row); next != "" {
		pair(w.NextLabel, next, t.Title)
	}
	if !row.StageSince.IsZero() {
		pair(w.Columns.Wait, d.Say(w.SinceAgo, d.Clock(row.StageSince).String(), d.Age(row.StageSince).String()), t.Text)
	}
	if !row.ExpiresAt.IsZero() && row.Stage.Signing() {
		pair(labels.Expires, d.Clock(row.ExpiresAt), t.Text)
	}
	if row.Problem.Code != "" {
		y++
		y = Lines(c, r, y, "⚠ "+text.Clean(d.Text.Problem(row.Problem.Code))+" · "+d.Age(row.Problem.Since), t.Warn)
		y = Lines(c, r, y, text.Clean(d.Text.Sentence(domain.Fail(row.Problem.Code))), t.Dim)
	}
	if row.Reason != "" {
		pair(labels.Problem, d.Reason(row.Reason), t.Warn)
	}
	return y
}

// Reason shows why a contract left the path: a code of ours in words, or an operator's own words.
func (d *Deps) Reason(reason string) text.Safe {
	if _, ok := d.Text.Errors.Sentences[domain.Code(reason)]; ok {
		return text.Clean(d.Text.Sentence(domain.Fail(domain.Code(reason))))
	}
	return text.Clean(reason)
}

func labelWidth(labels ...string) int {
	w := 0
	for _, l := range labels {
		w = max(w, text.Width(l))
	}
	return min(w, 16)
}
