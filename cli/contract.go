package cli

import (
	"encoding/json"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

// contractDetail is one contract of the JSON output, with what belongs to it. Phones are masked.
type contractDetail struct {
	contractRow
	Source     string           `json:"source"`
	ApprovedBy string           `json:"approved_by"`
	ApprovedAt string           `json:"approved_at"`
	ReceivedAt string           `json:"received_at"`
	PushedAt   string           `json:"pushed_at"`
	ExpiresAt  string           `json:"expires_at"`
	Pages      int              `json:"pages"`
	Round      int              `json:"round"`
	Voids      string           `json:"voids"`
	Confirmed  string           `json:"confirmed_by"`
	Reason     string           `json:"reason"`
	Original   string           `json:"original_sha256"`
	Current    string           `json:"current_sha256"`
	Signers    []signerRow      `json:"signers"`
	Signatures []signatureRow   `json:"signatures"`
	Consents   []consentRow     `json:"consents"`
	Messages   []messageRow     `json:"messages"`
	Events     []eventRow       `json:"events"`
	Receipt    *json.RawMessage `json:"receipt,omitempty"`
}

type signerRow struct {
	Side     string `json:"side"`
	Name     string `json:"name"`
	Phone    string `json:"phone"`
	Verified bool   `json:"verified"`
	As       string `json:"verified_as"`
	Method   string `json:"method"`
}

type consentRow struct {
	Side   string `json:"side"`
	Kind   string `json:"kind"`
	SHA256 string `json:"sha256"`
	Text   string `json:"text"`
	At     string `json:"at"`
}

type signatureRow struct {
	Act      string `json:"act"`
	Round    int    `json:"round"`
	State    string `json:"state"`
	By       string `json:"by"`
	At       string `json:"at"`
	SHA256   string `json:"sha256"`
	KeyUses  int    `json:"key_uses"`
	CertHash string `json:"certificate_sha256"`
}

type messageRow struct {
	Kind  string `json:"kind"`
	To    string `json:"to"`
	State string `json:"state"`
	At    string `json:"at"`
}

type eventRow struct {
	Seq    int64  `json:"seq"`
	At     string `json:"at"`
	Actor  string `json:"actor"`
	Action string `json:"action"`
	Object string `json:"object"`
	Before string `json:"before"`
	After  string `json:"after"`
	Code   string `json:"code"`
	Detail string `json:"detail"`
	Hash   string `json:"hash"`
}

func eventOf(e domain.Event) eventRow {
	actor := string(e.Actor.Kind)
	if e.Actor.ID != "" {
		actor += ":" + e.Actor.ID
	}
	return eventRow{
		Seq: e.Seq, At: stamp(e.At), Actor: actor, Action: string(e.Action), Object: e.Object, Before: e.Before, After: e.After,
		Code: string(e.Code), Detail: string(e.Detail), Hash: e.Hash,
	}
}

func detailOf(d app.Dossier) contractDetail {
	k := d.Contract
	out := contractDetail{
		contractRow: rowOf(k), Source: string(k.Source), ApprovedBy: k.Approval.By, ApprovedAt: stamp(k.Approval.At),
		ReceivedAt: stamp(k.ReceivedAt), PushedAt: stamp(k.PushedAt), ExpiresAt: stamp(k.ExpiresAt), Pages: k.Pages, Round: k.Round, Voids: k.Voids, Confirmed: k.Confirmed, Reason: k.Reason,
		Original: k.OriginalSHA, Current: k.CurrentSHA,
		Signers: []signerRow{}, Consents: []consentRow{}, Signatures: []signatureRow{}, Messages: []messageRow{}, Events: []eventRow{},
	}
	for _, side := range []domain.Side{domain.PartyB, domain.PartyA} {
		p, there := d.Signers[side]
		if !there {
			continue
		}
		name := p.Identity.Name
		if name == "" {
			name = k.Party(side).Person
		}
		as := ""
		if !p.Verified.IsZero() {
			as = p.Identity.Name
		}
		out.Signers = append(out.Signers, signerRow{
			Side: string(side), Name: name, Phone: p.Phone.Masked(), Verified: !p.Verified.IsZero(), As: as, Method: string(p.Method),
		})
	}
	for _, side := range []domain.Side{domain.PartyB, domain.PartyA} {
		for _, a := range d.Agreed[side] {
			out.Consents = append(out.Consents, consentRow{Side: string(side), Kind: a.Kind, SHA256: a.SHA256, Text: a.Text, At: stamp(a.At)})
		}
	}
	for _, op := range d.Ops {
		by := op.Person
		if op.Operator != "" {
			by = op.Operator
		}
		out.Signatures = append(out.Signatures, signatureRow{
			Act: string(op.Act), State: string(op.State), By: by, At: stamp(op.Signing), SHA256: op.OutputSHA,
			KeyUses: op.KeyUses, CertHash: op.Certificate,
		})
	}
	for _, m := range d.Messages {
		out.Messages = append(out.Messages, messageRow{Kind: string(m.Kind), To: m.Phone.Masked(), State: string(m.State), At: stamp(m.Queued)})
	}
	for _, e := range d.Events {
		out.Events = append(out.Events, eventOf(e))
	}
	if d.Receipt != "" {
		raw := json.RawMessage(d.Receipt)
		out.Receipt = &raw
	}
	return out
}

func (c *command) contractCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "contract NO", Short: "one contract with signers, events, messages and signatures", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				d, err := a.Office.Contract(cmd.Context(), who, args[0])
				if err != nil {
					return err
				}
				if asJSON {
					return c.json(detailOf(d))
				}
				return c.printContract(d)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	return cmd
}

func (c *command) printContract(d app.Dossier) error {
	k, w := d.Contract, c.text.CLI.Contract
	lines := [][2]string{
		{w.No, k.No},
		{w.Title, k.Title},
		{w.Amount, k.Amount.String()},
		{w.Stage, c.text.Stage(k.Stage)},
		{w.Since, moment(k.StageSince)},
		{w.PartyA, k.A.Name},
		{w.PartyB, k.B.Name},
		{w.Approved, k.Approval.By + " " + moment(k.Approval.At)},
		{w.Expires, moment(k.ExpiresAt)},
		{w.Original, k.OriginalSHA},
		{w.Current, k.CurrentSHA},
		{w.Problem, c.text.Problem(domain.Code(rowOf(k).Problem))},
	}
	for _, l := range lines {
		if err := c.say("{0}: {1}", l[0], l[1]); err != nil {
			return err
		}
	}
	detail := detailOf(d)
	rows := [][]string{}
	for _, s := range detail.Signers {
		verified := w.NotVerified
		if s.Verified {
			verified = w.Verified + " " + s.As
		}
		rows = append(rows, []string{c.text.Agent(domain.Side(s.Side)), s.Name, s.Phone, verified})
	}
	if err := c.section(w.Signers, []string{"", "", "", ""}, rows); err != nil {
		return err
	}
	rows = [][]string{}
	for _, s := range detail.Signatures {
		rows = append(rows, []string{c.text.Act(domain.Act(s.Act)), c.text.SealState(domain.SealState(s.State)), s.By, s.At})
	}
	if err := c.section(w.Signatures, []string{"", "", "", ""}, rows); err != nil {
		return err
	}
	rows = [][]string{}
	for _, m := range d.Messages {
		rows = append(rows, []string{moment(m.Queued), c.text.MessageKind(m.Kind), m.Phone.Masked(), c.text.MessageState(m.State)})
	}
	if err := c.section(w.Messages, c.text.CLI.Tables.Messages, rows); err != nil {
		return err
	}
	return c.section(w.Events, c.text.CLI.Tables.Events, c.eventRows(d.Events))
}

func (c *command) section(title string, heads []string, rows [][]string) error {
	if err := c.say(""); err != nil {
		return err
	}
	if err := c.say(title); err != nil {
		return err
	}
	return c.table(heads, rows)
}

func (c *command) eventRows(events []domain.Event) [][]string {
	rows := make([][]string, 0, len(events))
	for _, e := range events {
		r := eventOf(e)
		result := r.After
		if r.Code != "" {
			result = r.Code
		}
		rows = append(rows, []string{itoa(e.Seq), moment(e.At), r.Actor, r.Action, r.Object, result})
	}
	return rows
}
