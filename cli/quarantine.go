package cli

import (
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

// quarantineDetail is what waits for a decision, in the JSON output. Phones are masked.
type quarantineDetail struct {
	No        string      `json:"no"`
	Stage     string      `json:"stage"`
	Code      string      `json:"code"`
	Current   versionRow  `json:"current"`
	Offered   *versionRow `json:"offered"` // null where the contract itself is in quarantine
	Fields    []fieldRow  `json:"fields"`
	Text      []textRow   `json:"text"`
	TextMore  int         `json:"text_more"`
	TextError string      `json:"text_error"`
	Decisions []string    `json:"decisions"`
}

type versionRow struct {
	SHA256 string `json:"sha256"`
	At     string `json:"at"`
}

type fieldRow struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

type textRow struct {
	In   string `json:"in"` // current or offered
	Line string `json:"line"`
}

func (c *command) quarantineCommand() *cobra.Command {
	var asJSON bool
	var folder, reason string
	cmd := &cobra.Command{
		Use: "quarantine NO [accept|refuse|replace]", Short: "both versions of a contract that waits for a person, and the decision",
		Args: cobra.MatchAll(atLeast(1), func(cmd *cobra.Command, args []string) error {
			if len(args) > 2 {
				return usage(errors.New(cmd.UseLine()))
			}
			return nil
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				switch {
				case len(args) == 2:
					return c.decide(cmd, a, who, args[0], args[1], reason)
				case folder != "":
					return c.fetchQuarantine(cmd, a, who, args[0], folder)
				}
				q, err := a.Office.Quarantine(cmd.Context(), who, args[0])
				if err != nil {
					return err
				}
				if asJSON {
					return c.json(quarantineOf(q))
				}
				return c.printQuarantine(q)
			})
		},
	}
	f := cmd.Flags()
	f.BoolVar(&asJSON, "json", false, "one JSON document")
	f.StringVar(&folder, "fetch", "", "folder for both documents: current.pdf, offered.pdf")
	f.StringVar(&reason, "reason", "", "why, kept in the record and told to the sender")
	return cmd
}

func (c *command) decide(cmd *cobra.Command, a *app.App, who domain.Caller, no, word, reason string) error {
	d, err := domain.ParseDecision(word)
	if err != nil {
		return usage(errors.New(cmd.UseLine()))
	}
	if err := a.Office.Decide(cmd.Context(), who, no, d, reason); err != nil {
		return err
	}
	return c.say(c.text.CLI.Acts.Decided, no, c.text.Decision(d))
}

func (c *command) fetchQuarantine(cmd *cobra.Command, a *app.App, who domain.Caller, no, folder string) error {
	current, offered, err := a.Office.QuarantineDocuments(cmd.Context(), who, no)
	if err != nil {
		return err
	}
	if err := app.MakeFolder(folder); err != nil {
		return err
	}
	for _, file := range []struct {
		name string
		pdf  []byte
	}{{"current.pdf", current}, {"offered.pdf", offered}} {
		if file.pdf == nil {
			continue
		}
		path := filepath.Join(folder, file.name)
		if err := app.WriteFile(path, file.pdf); err != nil {
			return err
		}
		if err := c.say(c.text.CLI.Acts.Downloaded, path); err != nil {
			return err
		}
	}
	return nil
}

func quarantineOf(q app.Quarantine) quarantineDetail {
	current, offered := q.Current(), q.Offered()
	out := quarantineDetail{
		No: q.Contract.No, Stage: string(q.Contract.Stage), Code: string(q.Code), Current: versionRow{current.SHA256, stamp(current.At)},
		Fields: []fieldRow{}, Text: []textRow{}, TextMore: q.Text.More, TextError: string(q.Text.Failed), Decisions: []string{},
	}
	if q.Offer != nil {
		out.Offered = &versionRow{offered.SHA256, stamp(offered.At)}
	}
	for _, f := range q.Fields {
		out.Fields = append(out.Fields, fieldRow(f))
	}
	for _, l := range q.Text.Lines {
		in := "current"
		if l.New {
			in = "offered"
		}
		out.Text = append(out.Text, textRow{in, l.Line})
	}
	for _, d := range q.Decisions {
		out.Decisions = append(out.Decisions, string(d))
	}
	return out
}

func (c *command) printQuarantine(q app.Quarantine) error {
	w, k := c.text.CLI.Quarantine, q.Contract
	current, offered := q.Current(), q.Offered()
	lines := [][2]string{
		{c.text.CLI.Contract.No, k.No}, {c.text.CLI.Contract.Title, k.Title}, {c.text.CLI.Contract.Stage, c.text.Stage(k.Stage)},
		{c.text.CLI.Contract.Problem, c.text.Problem(q.Code)},
		{c.text.Field("seal_process"), k.SealProcess}, {w.Current, current.SHA256 + " " + moment(current.At)},
	}
	if q.Offer != nil {
		lines = append(lines, [2]string{w.Offered, offered.SHA256 + " " + moment(offered.At)})
	}
	for _, l := range lines {
		if err := c.say("{0}: {1}", l[0], l[1]); err != nil {
			return err
		}
	}
	rows := [][]string{}
	for _, f := range q.Fields {
		rows = append(rows, []string{c.text.Field(f.Field), f.Old, f.New})
	}
	if err := c.section(w.Fields, c.text.CLI.Tables.Fields, rows); err != nil {
		return err
	}
	if q.Offer != nil {
		if err := c.printDifference(q); err != nil {
			return err
		}
	}
	decisions := ""
	for i, d := range q.Decisions {
		if i > 0 {
			decisions += " | "
		}
		decisions += string(d)
	}
	if err := c.say(""); err != nil {
		return err
	}
	return c.say(w.Decide, k.No, decisions)
}

// printDifference prints the lines that only one of the texts has: - the present one, + the offered one.
func (c *command) printDifference(q app.Quarantine) error {
	w := c.text.CLI.Quarantine
	if err := c.say(""); err != nil {
		return err
	}
	if err := c.say(w.Text); err != nil {
		return err
	}
	switch {
	case q.Text.Failed != "":
		return c.say(w.Unread, c.text.Problem(q.Text.Failed))
	case len(q.Text.Lines) == 0:
		return c.say(w.SameText)
	}
	for _, l := range q.Text.Lines {
		sign := "- "
		if l.New {
			sign = "+ "
		}
		if err := c.say("{0}", sign+l.Line); err != nil {
			return err
		}
	}
	if q.Text.More > 0 {
		return c.say(w.More, q.Text.More)
	}
	return nil
}
