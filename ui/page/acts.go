package page

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/dialog"
	"campus.example/sealdesk/workflow/lifecycle"
)

// officeAct is one of the acts on a contract that are rarer than the path's own.
type officeAct struct {
	name string
	off  string // why it cannot be done now
	do   func() tea.Cmd
}

// Acts offers what an operator can do to a contract beside its path: call again, change a contact, give more time, take
// it back, void it.
func (d *Deps) Acts(c domain.Contract) tea.Cmd {
	acts := d.officeActs(c)
	choose := &dialog.Choose{Kit: d.Kit(), Title: d.Say(d.Words().Other.Title, c.No), Pick: func(i int) tea.Cmd { return acts[i].do() }}
	for _, a := range acts {
		choose.Options = append(choose.Options, dialog.Option{Label: text.Clean(a.name), Off: text.Clean(a.off)})
	}
	return d.Post(Ask{choose})
}

func (d *Deps) officeActs(c domain.Contract) []officeAct {
	w := d.Words().Other
	amend, stop := d.May(domain.RightAmend), d.May(domain.RightStop)
	when := func(right string, may bool) string {
		if right != "" || may {
			return right
		}
		return d.Text.Fill(d.Words().Why.NotNow, c.Stage)
	}
	named := amend
	if named == "" && c.Problem.Code != domain.CodeNameDiffers {
		named = d.Words().Why.NamesAgree
	}
	_, due := c.Stage.Due()
	open := c.Stage == domain.StageToPush || c.Stage.Signing() || c.Stage == domain.StageToSeal
	return []officeAct{
		{w.Remind, when(amend, due), func() tea.Cmd { return d.remind(c) }},
		{w.ContactB, when(amend, open), func() tea.Cmd { return d.contact(c, domain.PartyB) }},
		{w.ContactA, when(amend, open), func() tea.Cmd { return d.contact(c, domain.PartyA) }},
		{w.Name, named, func() tea.Cmd { return d.nameIsRight(c) }},
		{w.Extend, when(amend, c.Stage.Signing()), func() tea.Cmd { return d.extend(c) }},
		{w.Recall, when(stop, domain.Follows(c.Stage, domain.StageRecalled)), func() tea.Cmd { return d.recall(c) }},
		{w.Void, when(stop, domain.Follows(c.Stage, domain.StageVoiding) && c.Voids == ""), func() tea.Cmd { return d.void(c) }},
		{w.Accept, d.whyNotDecide(c, domain.DecideAccept), func() tea.Cmd { return d.decide(c, domain.DecideAccept, w.Accept, w.AcceptText) }},
		{w.Refuse, d.whyNotDecide(c, domain.DecideRefuse), func() tea.Cmd { return d.decide(c, domain.DecideRefuse, w.Refuse, w.RefuseText) }},
		{w.Replace, d.whyNotDecide(c, domain.DecideReplace), func() tea.Cmd {
			return d.decide(c, domain.DecideReplace, w.Replace, w.ReplaceText)
		}},
	}
}

// whyNotDecide tells why a decision on what is in quarantine is not offered, "" when it is. The office looks closer.
func (d *Deps) whyNotDecide(c domain.Contract, decision domain.Decision) string {
	if why := d.May(domain.RightImport); why != "" {
		return why
	}
	possible := c.Doubted()
	switch {
	case !c.Doubted() && c.Stage != domain.StageQuarantined:
		return d.Words().Why.NothingDiffers
	case decision == domain.DecideRefuse, !c.Doubted() && decision == domain.DecideAccept:
		return ""
	case decision == domain.DecideAccept:
		possible = c.Problem.Code == domain.CodeOfferDiffers && (c.Stage == domain.StageToPush || c.Stage == domain.StageBSigning)
	default:
		possible = possible && (c.Stage == domain.StageToPush || c.Stage.Corrected())
	}
	if !possible {
		return d.Text.Fill(d.Words().Why.NotNow, c.Stage)
	}
	return ""
}

// decide asks for the reason of a decision.
func (d *Deps) decide(c domain.Contract, decision domain.Decision, title, lines string) tea.Cmd {
	office, by := d.Office, d.Caller
	return d.Post(Ask{d.form(title, lines, c, d.Text.Decision(decision), nil, func(v []string) tea.Cmd {
		return d.Act(d.Say(d.Words().Other.Decided, c.No, d.Text.Decision(decision)), func(ctx context.Context) error {
			return office.Decide(ctx, by, c.No, decision, v[0])
		})
	})})
}

func (d *Deps) remind(c domain.Contract) tea.Cmd {
	office, by := d.Office, d.Caller
	return d.Act(d.Say(d.Text.CLI.Acts.Reminded, c.No), func(ctx context.Context) error { return office.Remind(ctx, by, c.No) })
}

// form asks for words, and always for a reason, which is the last of the values.
func (d *Deps) form(title, lines string, c domain.Contract, yes string, labels []string, do func(values []string) tea.Cmd) *dialog.Form {
	f := &dialog.Form{
		Kit: d.Kit(), Title: text.Clean(title) + " " + text.Clean(c.No), Yes: text.Clean(yes), Do: do,
		Lines: []text.Safe{d.Say(lines, c.No, c.Title)}, Reason: text.Clean(d.Words().Other.Reason),
	}
	for _, l := range labels {
		f.Labels = append(f.Labels, text.Clean(l))
	}
	return f
}

func (d *Deps) contact(c domain.Contract, side domain.Side) tea.Cmd {
	w, office, by := d.Words().Other, d.Office, d.Caller
	title := w.ContactB
	if side == domain.PartyA {
		title = w.ContactA
	}
	f := d.form(title, w.ContactText, c, w.Change, []string{d.Words().Columns.Phone, d.Words().Columns.Name}, func(v []string) tea.Cmd {
		n := lifecycle.NewContact{Side: side, Phone: v[0], Name: v[1], Reason: v[2]}
		return d.Act(d.Say(d.Text.CLI.Acts.ContactChanged, c.No), func(ctx context.Context) error {
			return office.ChangeContact(ctx, by, c.No, n)
		})
	})
	f.Free = 2 // either of them, or both
	return d.Post(Ask{f.Set("", c.Party(side).Person)})
}

// nameIsRight says that whoever is verified under another name than the contract's is right all the same (G17).
func (d *Deps) nameIsRight(c domain.Contract) tea.Cmd {
	w, office, by := d.Words().Other, d.Office, d.Caller
	side := domain.PartyB
	if !c.Awaits(domain.PartyB) {
		side = domain.PartyA
	}
	return d.Post(Ask{d.form(w.Name, w.NameText, c, w.Change, nil, func(v []string) tea.Cmd {
		n := lifecycle.NewContact{Side: side, Verified: true, Reason: v[0]}
		return d.Act(d.Say(w.NameDone, c.No), func(ctx context.Context) error {
			return office.ChangeContact(ctx, by, c.No, n)
		})
	})})
}

func (d *Deps) extend(c domain.Contract) tea.Cmd {
	w, office, by := d.Words().Other, d.Office, d.Caller
	f := d.form(w.Extend, w.ExtendText, c, w.Extend, []string{w.Until}, func(v []string) tea.Cmd {
		until, err := time.ParseInLocation(time.DateOnly, v[0], zone())
		if err != nil {
			return func() tea.Msg { return d.Failure(domain.Fail(domain.CodeDeadline)) }
		}
		return d.Act(d.Say(d.Text.CLI.Acts.Extended, c.No), func(ctx context.Context) error {
			return office.Extend(ctx, by, c.No, until.AddDate(0, 0, 1), v[1])
		})
	})
	return d.Post(Ask{f.Set(Day(c.ExpiresAt).String())})
}

func (d *Deps) recall(c domain.Contract) tea.Cmd {
	w, office, by := d.Words().Other, d.Office, d.Caller
	return d.Post(Ask{d.form(w.Recall, w.RecallText, c, w.Recall, nil, func(v []string) tea.Cmd {
		return d.Act(d.Say(d.Text.CLI.Acts.Recalled, c.No), func(ctx context.Context) error {
			return office.Recall(ctx, by, c.No, v[0])
		})
	})})
}

func (d *Deps) void(c domain.Contract) tea.Cmd {
	w, office, by := d.Words().Other, d.Office, d.Caller
	return d.Post(Ask{d.form(w.Void, w.VoidText, c, w.Void, nil, func(v []string) tea.Cmd {
		ctx := d.Ctx
		return Awaited(func() tea.Msg {
			paper, err := office.Void(ctx, by, c.No, v[0])
			if err != nil {
				return d.Failure(err)
			}
			return Changed{Toast{Done, d.Say(d.Text.CLI.Acts.Voided, c.No, paper)}}
		})
	})})
}

// WhyNoActs tells why nothing can be done beside the path.
func (d *Deps) WhyNoActs(found bool) string {
	if !found {
		return d.Words().Why.NothingChosen
	}
	if why := d.May(domain.RightAmend); why != "" && d.May(domain.RightStop) != "" && d.May(domain.RightImport) != "" {
		return why
	}
	return ""
}
