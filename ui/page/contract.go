package page

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/dialog"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/workflow/query"
)

// Person names who stands for a side: the name the contract gives, or the one learned at verification, and the
// masked phone.
func (d *Deps) Person(p domain.Party, signer domain.Person) text.Safe {
	name := p.Person
	if name == "" {
		name = signer.Identity.Name
	}
	if name == "" {
		name = d.Words().Unnamed
	}
	return text.Clean(name) + " " + text.Clean(p.Phone.Masked())
}

// Next says who acts next on a contract, "" when nobody does.
func (d *Deps) Next(c domain.Contract) text.Safe {
	w := d.Words().Next
	switch c.Stage {
	case domain.StageToPush:
		return text.Clean(w.Push)
	case domain.StageBSigning:
		return d.Say(w.BSign, name(c.B))
	case domain.StageBSealing:
		return d.Say(w.BSeal, name(c.B))
	case domain.StageASigning:
		return d.Say(w.ASign, name(c.A))
	case domain.StageToSeal:
		return text.Clean(w.Seal)
	case domain.StageDelivering:
		return text.Clean(w.Deliver)
	case domain.StageQuarantined:
		return text.Clean(w.Check)
	}
	return ""
}

func name(p domain.Party) string {
	if p.Person != "" {
		return p.Person
	}
	return p.Phone.Masked()
}

// Steps draws how far a contract is: a tick for what is done, a ring for what is due, a dot for what is to come.
func (d *Deps) Steps(c domain.Contract) []screen.Span {
	w, t := d.Words().Steps, d.Theme
	stages := domain.Path()
	at := len(stages)
	onPath := false
	for i, s := range stages {
		if s == c.Stage {
			at, onPath = i, true
		}
	}
	if !onPath {
		return []screen.Span{Span("× "+d.Say(d.Text.Stage(c.Stage)), t.Warn)}
	}
	var spans []screen.Span
	for i, label := range []string{w.Push, w.BSign, w.BSeal, w.ASign, w.Seal, w.Deliver} {
		if i > 0 {
			spans = append(spans, Span(" ", ""))
		}
		switch {
		case i < at:
			spans = append(spans, Span("✓", t.Good), Span(text.Clean(label), t.Dim))
		case i == at:
			spans = append(spans, Span("○", t.Title), Span(text.Clean(label), t.Title))
		default:
			spans = append(spans, Span("·"+text.Clean(label), t.Faint))
		}
	}
	return spans
}

// EventWords says what an event of a contract's record tells, and who did it.
func (d *Deps) EventWords(e domain.Event, signers map[domain.Side]domain.Person) (what, who text.Safe, bad bool) {
	words := d.Text.Action(e.Action)
	who = text.Clean(d.Text.Actor(e.Actor.Kind))
	switch e.Actor.Kind {
	case domain.ActorSigner:
		for side, p := range signers {
			if p.ID == e.Actor.ID {
				who = text.Clean(d.Text.Side(side))
				if p.Identity.Name != "" {
					who += " " + text.Clean(p.Identity.Name)
				}
			}
		}
	case domain.ActorOperator:
		who = text.Clean(e.Actor.ID)
	}
	if act := e.Detail.Get("act"); act != "" {
		words = d.Text.Act(domain.Act(act)) + " · " + words
	}
	what = text.Clean(words)
	if e.Code != "" {
		return d.Say(d.Words().Refused, what.String(), d.Text.Problem(e.Code)), who, true
	}
	if e.After != "" && e.After != e.Before && e.Before != "" {
		if s, err := domain.ParseStage(e.After); err == nil {
			what += " → " + text.Clean(d.Text.Stage(s))
		}
	}
	return what, who, false
}

// Push pushes one contract at once, or several after a question that states their number.
func (d *Deps) Push(nos []string) tea.Cmd {
	office, by := d.Office, d.Caller
	w := d.Words().Acts
	do := func(ctx context.Context, no string) error { return office.Push(ctx, by, no) }
	if len(nos) == 1 {
		return d.Act(d.Say(w.Pushed, nos[0]), func(ctx context.Context) error { return do(ctx, nos[0]) })
	}
	return d.Post(Ask{&dialog.Confirm{
		Kit: d.Kit(), Title: d.Say(w.PushTitle, len(nos)), Yes: text.Clean(w.PushYes),
		Lines: []text.Safe{d.Say(w.PushMany, len(nos)), text.Clean(w.PushEffect)},
		Do:    Send(Work{Title: text.Clean(w.Pushing), Items: nos, Do: do, Done: w.PushDone}),
	}})
}

// WhyNotPush tells why a contract cannot be pushed.
func (d *Deps) WhyNotPush(c domain.Contract, found bool) string {
	if why := d.May(domain.RightPush); why != "" {
		return why
	}
	if !found {
		return d.Words().Why.NothingChosen
	}
	if !domain.Follows(c.Stage, domain.StageBSigning) {
		return d.Text.Fill(d.Words().Why.NotToPush, c.Stage)
	}
	if c.Doubted() {
		return d.Words().Why.WaitsForDecision
	}
	return ""
}

// CopyOut puts a value on the operator's clipboard.
func (d *Deps) CopyOut(value string) tea.Cmd {
	put, said := d.Copy, d.Say(d.Words().Acts.Copied, value)
	if put == nil {
		return Send(Toast{Failed, text.Clean(d.Words().Why.NoClipboard)})
	}
	return func() tea.Msg {
		if err := put(value); err != nil {
			return d.Failure(err)
		}
		return Toast{Done, said}
	}
}

// Dossier is a loaded contract with its number, for pages that show one beside a list.
type Dossier struct {
	No string
	query.Dossier
	Err error
}
