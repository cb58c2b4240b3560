package output

import (
	"fmt"
	"runtime"
	"strings"
	"time"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/text"
)

// Health is what the doctor found.
type Health struct {
	Checks []Check `json:"checks"`
	Bad    int     `json:"bad"`
}

// Check is one component. Detail is in the language of the run.
type Check struct {
	Name   string `json:"name"`
	Level  string `json:"level"`
	Detail string `json:"detail"`
}

// HealthOf returns the shape of checks.
func (p Printer) HealthOf(checks []app.Check) Health {
	h := Health{Checks: make([]Check, 0, len(checks))}
	for _, c := range checks {
		h.Checks = append(h.Checks, Check{Name: c.Name, Level: string(c.Level), Detail: p.checkDetail(c)})
		if c.Level == app.Bad {
			h.Bad++
		}
	}
	return h
}

// Health prints checks as a table. What to do stands at the end of a detail, so details are wrapped instead of cut.
func (p Printer) Health(h Health) error {
	w := p.Text.CLI.Doctor
	levels := map[string]string{
		string(app.Good): w.Good, string(app.Warn): w.Warn, string(app.Bad): w.Bad, string(app.Skipped): w.Skipped,
	}
	names := map[string]string{
		"config": w.Config, "database": w.Database, "vault": w.Vault, "seal_key": w.SealKey, "certificate": w.Certificate, "chain": w.Chain,
		"engine": w.Engine, "procurement": w.Procurement, "sms": w.SMS, "identity": w.Identity, "tsa": w.TSA, "disk": w.Disk, "duty": w.Duty,
		"pdf": w.Tools, "clock": w.Clock, "intake": w.Intake,
	}
	rows := make([][]string, 0, len(h.Checks))
	for _, c := range h.Checks {
		first := []string{names[c.Name], levels[c.Level]}
		for _, line := range text.Wrap(text.Clean(c.Detail), Cell) {
			rows = append(rows, append(first, string(line)))
			first = []string{"", ""}
		}
	}
	if err := p.Table([]string{w.Title, "", ""}, rows); err != nil {
		return err
	}
	if h.Bad > 0 {
		return p.Say(w.Problems, h.Bad)
	}
	return p.Say(w.AllGood)
}

// checkDetail returns the words for what a check found.
func (p Printer) checkDetail(c app.Check) string {
	w := p.Text.CLI.Doctor
	switch {
	case c.Err != nil:
		return Sentence(p.Text, c.Err)
	case c.Intake != nil && c.Level == app.Bad:
		f := c.Intake.Poll
		return p.Text.Fill(w.PollFails, f.Count, moment(f.Since), p.Text.Problem(f.Code))
	case c.Intake != nil:
		return p.Text.Fill(w.IntakeWaits, c.Intake.Waiting, c.Intake.Refused, c.Intake.Differs)
	case len(c.Lacks) > 0:
		return p.Text.Fill(p.Text.Output.Lacks, strings.Join(c.Lacks, p.Text.Output.Listed))
	case c.Name == "engine" && c.Level == app.Warn:
		return w.NoEngine
	case c.Signs != "":
		return p.Text.Fill(p.Text.Output.Signing, c.Signs, runtime.Version(), p.Text.Output.UniPDF[c.Other])
	case c.Timed:
		return p.Text.Fill(w.ClockOff, c.Off.Round(time.Second))
	case c.Level == app.Skipped && c.Detail == "":
		return w.NotConfigured
	case c.Left > 0:
		return c.Detail + " · " + p.Text.Fill(w.ExpiresIn, c.Left)
	case c.Free > 0:
		return p.Text.Fill(w.Free, fmt.Sprintf("%.1f GiB", float64(c.Free)/(1<<30)))
	}
	return c.Detail
}
