package cli

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
	"sealdesk/text"
)

func (c *command) doctorCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "doctor", Short: "look at every component", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				checks := a.Doctor(cmd.Context(), who)
				bad := 0
				for i, check := range checks {
					checks[i].Detail = c.checkDetail(check)
					if check.Level == app.Bad {
						bad++
					}
				}
				err := c.printChecks(checks, bad, asJSON)
				if err == nil && bad > 0 {
					err = errMissing
				}
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	return cmd
}

func (c *command) printChecks(checks []app.Check, bad int, asJSON bool) error {
	if asJSON {
		return c.json(map[string]any{"checks": checks, "bad": bad})
	}
	w := c.text.CLI.Doctor
	levels := map[app.Level]string{app.Good: w.Good, app.Warn: w.Warn, app.Bad: w.Bad, app.Skipped: w.Skipped}
	names := map[string]string{
		"config": w.Config, "database": w.Database, "vault": w.Vault, "seal_key": w.SealKey, "certificate": w.Certificate, "chain": w.Chain,
		"engine": w.Engine, "procurement": w.Procurement, "sms": w.SMS, "identity": w.Identity, "tsa": w.TSA, "disk": w.Disk, "duty": w.Duty,
		"pdf": w.Tools, "clock": w.Clock, "intake": w.Intake,
	}
	rows := make([][]string, 0, len(checks))
	for _, check := range checks {
		first := []string{names[check.Name], levels[check.Level]}
		for _, line := range text.Wrap(text.Clean(check.Detail), cell) { // what to do stands at the end of a sentence
			rows = append(rows, append(first, string(line)))
			first = []string{"", ""}
		}
	}
	if err := c.table([]string{w.Title, "", ""}, rows); err != nil {
		return err
	}
	if bad > 0 {
		return c.say(w.Problems, bad)
	}
	return c.say(w.AllGood)
}

// checkDetail says in words what a check found.
func (c *command) checkDetail(check app.Check) string {
	w := c.text.CLI.Doctor
	detail := check.Detail
	switch {
	case check.Err != nil:
		detail = c.sentence(check.Err)
	case check.Name == "engine" && check.Level == app.Warn:
		detail = w.NoEngine
	case check.Intake != nil && check.Level == app.Bad:
		f := check.Intake.Poll
		detail = c.text.Fill(w.PollFails, f.Count, moment(f.Since), c.text.Problem(f.Code))
	case check.Intake != nil:
		detail = c.text.Fill(w.IntakeWaits, check.Intake.Waiting, check.Intake.Refused)
	case check.Timed:
		detail = c.text.Fill(w.ClockOff, check.Off.Round(time.Second))
	case check.Level == app.Skipped && detail == "":
		detail = w.NotConfigured
	case check.Left > 0:
		detail += " · " + c.text.Fill(w.ExpiresIn, check.Left)
	case check.Free > 0:
		detail = c.text.Fill(w.Free, fmt.Sprintf("%.1f GiB", float64(check.Free)/(1<<30)))
	}
	return detail
}
