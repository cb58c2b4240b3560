package output

import (
	"strconv"
	"time"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// Page prints one contract with what belongs to it.
func (p Printer) Page(d app.Dossier) error {
	if err := p.head(d.Contract); err != nil {
		return err
	}
	w, names := p.Text.CLI.Contract, namesOf(d)
	rows := [][]string{}
	for _, side := range sides() {
		person, there := d.Signers[side]
		if !there {
			continue
		}
		s, verified := SignerOf(d.Contract, side, person), w.NotVerified
		if s.Verified {
			verified = w.Verified + " " + s.As
		}
		rows = append(rows, []string{p.Text.Agent(side), s.Name, s.Phone, verified})
	}
	if err := p.section(w.Signers, p.Text.Output.Signers, rows, -1); err != nil {
		return err
	}
	rows = [][]string{}
	for _, op := range d.Ops {
		s, round := SignatureOf(op, names), ""
		if op.Round > 0 {
			round = p.Text.Fill(p.Text.Output.Round, op.Round)
		}
		rows = append(rows, []string{p.Text.Act(op.Act), p.Text.SealState(op.State), round, s.Name, i18n.Instant(op.Signing)})
	}
	if err := p.section(w.Signatures, p.Text.Output.Signatures, rows, -1); err != nil {
		return err
	}
	rows = [][]string{}
	for _, m := range d.Messages {
		rows = append(rows, []string{i18n.Instant(m.Queued), p.Text.MessageKind(m.Kind), m.Phone.Masked(), p.Text.MessageState(m.State)})
	}
	if err := p.section(w.Messages, p.Text.CLI.Tables.Messages, rows, -1); err != nil {
		return err
	}
	heads := p.Text.CLI.Tables.Events
	return p.section(w.Events, heads, p.events(d.Events, names), len(heads)-1)
}

// head prints the lines about the contract itself. Lines that say nothing are left out.
func (p Printer) head(k domain.Contract) error {
	w := p.Text.CLI.Contract
	problem := domain.Code(ContractOf(k).Problem)
	reason := p.Text.Problem(domain.Code(k.Reason))
	if string(problem) == k.Reason {
		reason = "" // it is the problem
	}
	pages := ""
	if k.Pages > 0 {
		pages = strconv.Itoa(k.Pages)
	}
	for _, line := range [][2]string{
		{w.No, k.No},
		{w.Title, k.Title},
		{w.Amount, k.Amount.String()},
		{w.Stage, p.Text.Stage(k.Stage)},
		{w.Since, moment(k.StageSince)},
		{p.Text.Output.Reason, reason},
		{w.Problem, p.Text.Problem(problem)},
		{w.Source, p.Text.Source(k.Source)},
		{w.PartyA, k.A.Name},
		{w.PartyB, k.B.Name},
		{w.Approved, p.joined(k.Approval.By, moment(k.Approval.At))},
		{w.Expires, moment(k.ExpiresAt)},
		{w.Pages, pages},
		{w.Original, k.OriginalSHA},
		{w.Current, k.CurrentSHA},
	} {
		if line[1] == "" {
			continue
		}
		if err := p.Say("{0}: {1}", line[0], line[1]); err != nil {
			return err
		}
	}
	return nil
}

// joined returns two words with a space between them where both are there.
func (p Printer) joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// moment returns a time to the minute in the office's time, "" for none.
func moment(t time.Time) string { return i18n.Moment(t) }
