package contract

import (
	"encoding/json"
	"strconv"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
)

func (m *Model) viewOverview(c *screen.Canvas, r screen.Rect) int {
	t, w, labels, on := m.d.Theme, m.d.Words(), m.d.Text.CLI.Contract, m.dossier.Contract
	left, right := r, screen.Rect{}
	if r.W >= 100 {
		left, right = r.CutLeft(r.W / 2)
	}
	y := page.Lines(c, left, 0, text.Clean(on.Title), t.Strong)
	y = page.Summary(c, left, y+1, m.d, on, m.dossier)
	at, row := left, y+1
	if right.W > 0 {
		at, row = right, 2
	}
	const column = 12
	pair := func(label string, value text.Safe) {
		row = page.Pair(c, at, row, column, m.d, text.Clean(label), value)
	}
	pair(labels.Stage, text.Clean(m.d.Text.Stage(on.Stage)))
	pair(labels.Source, text.Clean(m.d.Text.Source(on.Source)))
	pair(w.Contract.Process, text.Clean(on.SealProcess))
	pair(labels.Purchaser, text.Clean(on.Purchaser.Name)+" "+text.Clean(on.Purchaser.Phone.Masked()))
	approved := text.Clean(on.Approval.By)
	if !on.Approval.At.IsZero() {
		approved += " " + m.d.Clock(on.Approval.At)
	}
	pair(labels.Approved, approved)
	pair(labels.Pages, text.Clean(strconv.Itoa(on.Pages)))
	pair(labels.Original, text.TruncateMiddle(text.Clean(on.OriginalSHA), 24, "…"))
	pair(labels.Current, text.TruncateMiddle(text.Clean(on.CurrentSHA), 24, "…"))
	var receipt domain.Receipt
	if m.dossier.Receipt != "" && json.Unmarshal([]byte(m.dossier.Receipt), &receipt) == nil {
		pair(w.Contract.Receipt, text.Clean(receipt.Number+" "+receipt.Slot))
	}
	return max(y, row)
}

func (m *Model) viewSigners(c *screen.Canvas, r screen.Rect) int {
	t, w, labels, on := m.d.Theme, m.d.Words(), m.d.Text.CLI.Contract, m.dossier.Contract
	y, column := 0, labelColumn
	for _, side := range []domain.Side{domain.PartyB, domain.PartyA} {
		column = max(column, text.Width(m.d.Text.Agent(side))+2)
	}
	for _, side := range []domain.Side{domain.PartyB, domain.PartyA} {
		party, person := on.Party(side), m.dossier.Signers[side]
		_, wide := r.CutLeft(column)
		c.Line(r, y, page.Span(text.Clean(m.d.Text.Side(side)), t.Title))
		y = page.Lines(c, wide, y, text.Clean(party.Name), t.Strong)
		pair := func(label string, value text.Safe, style screen.Style) {
			y = page.PairStyled(c, r, y, column, m.d, text.Clean(label), value, style)
		}
		pair(w.Columns.Department, text.Clean(party.Department), t.Text)
		pair(m.d.Text.Agent(side), m.d.Person(party, person), t.Text)
		if person.VerifiedAt(m.d.Now()) && on.NameDiffers(side, person) {
			pair(w.Contract.VerifiedAs, "× "+text.Clean(person.Identity.Name), t.Bad)
		}
		switch {
		case person.VerifiedAt(m.d.Now()):
			pair(w.Columns.State, "✓ "+text.Clean(labels.Verified), t.Good)
			pair(w.Contract.Method, text.Clean(m.d.Text.Method(person.Method)), t.Text)
			pair(w.Contract.ValidTill, page.Day(person.ValidTill), t.Text)
		default:
			pair(w.Columns.State, "○ "+text.Clean(labels.NotVerified), t.Warn)
		}
		if person.Identity.Kind != "" {
			pair(w.Columns.Document, text.Clean(m.d.Text.DocKind(person.Identity.Kind)+" "+domain.MaskNumber(person.Identity.Number)), t.Text)
		}
		y++
	}
	return y
}
