package contract

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
)

func (m *Model) viewMessages(c *screen.Canvas, r screen.Rect) int {
	t, w := m.d.Theme, m.d.Words()
	if len(m.dossier.Messages) == 0 {
		c.Line(r, 0, page.Span(text.Clean(w.Contract.NoMessages), t.Dim))
		return 1
	}
	y := 0
	for _, s := range m.dossier.Messages {
		word := text.Clean(m.d.Text.MessageState(s.State))
		state := page.Span("○ "+word, t.Accent)
		switch s.State {
		case domain.MessageDelivered:
			state = page.Span("✓ "+word, t.Good)
		case domain.MessageFailed:
			state = page.Span("× "+word, t.Bad)
		case domain.MessageUnknown:
			state = page.Span("⚠ "+word, t.Warn)
		}
		state.Text = text.PadRight(state.Text, 16)
		kind := text.PadRight(text.Clean(m.d.Text.MessageKind(s.Kind)), 20)
		c.Line(r, y, page.Span(text.PadRight(m.d.Clock(s.Queued), 13), t.Dim), page.Span(kind, t.Text), state,
			page.Span(text.Clean(s.Phone.Masked()), t.Dim))
		y++
		if s.Detail != "" {
			c.Line(r, y, page.Span(text.PadRight(text.Clean(""), 13), ""), page.Span(text.Clean(s.Detail), t.Dim))
			y++
		}
	}
	return y
}

// labelColumn is how wide the labels of signers and signatures are.
const labelColumn = 12

func (m *Model) viewSignatures(c *screen.Canvas, r screen.Rect) int {
	t, w := m.d.Theme, m.d.Words()
	if len(m.dossier.Ops) == 0 {
		c.Line(r, 0, page.Span(text.Clean(w.Contract.NoSignatures), t.Dim))
		return 1
	}
	y := 0
	for _, op := range m.dossier.Ops {
		word := text.Clean(m.d.Text.SealState(op.State))
		state := page.Span("○ "+word, t.Accent)
		switch op.State {
		case domain.SealCommitted:
			state = page.Span("✓ "+word, t.Good)
		case domain.SealQuarantined, domain.SealAborted:
			state = page.Span("× "+word, t.Bad)
		}
		act := text.Clean(m.d.Text.Act(op.Act))
		if op.Round != m.dossier.Contract.Round {
			act += " " + text.Clean(w.Contract.OldText)
		}
		c.Line(r, y, page.Span(text.PadRight(act, max(labelColumn, text.Width(act)+1)), t.Strong), state)
		y++
		pair := func(label string, value text.Safe) {
			y = page.Pair(c, r, y, labelColumn, m.d, text.Clean(label), value)
		}
		pair(w.Columns.Time, m.d.Clock(op.Signing))
		pair(w.Columns.Who, m.who(op))
		token := w.Contract.NoToken
		if len(op.Token) > 0 {
			token = w.Contract.Token
		}
		pair(m.d.Text.CLI.Verify.Timestamp, text.Clean(token))
		pair(w.Columns.Digest, text.TruncateMiddle(text.Clean(op.OutputSHA), 32, "…"))
		pair(w.Columns.Certificate, text.TruncateMiddle(text.Clean(op.Certificate), 32, "…"))
		if op.Reason != "" {
			y = page.PairStyled(c, r, y, labelColumn, m.d, text.Clean(m.d.Text.CLI.Verify.Reason), text.Clean(op.Reason), t.Bad)
		}
		y++
	}
	return y
}

func (m *Model) who(op domain.SealOp) text.Safe {
	if op.Operator != "" {
		return text.Clean(op.Operator)
	}
	for side, p := range m.dossier.Signers {
		if p.ID == op.Person {
			return m.d.Person(m.dossier.Contract.Party(side), p)
		}
	}
	return ""
}
