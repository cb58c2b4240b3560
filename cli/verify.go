package cli

import (
	"errors"
	"time"

	"github.com/spf13/cobra"

	"sealdesk/app"
)

func (c *command) verifyCommand() *cobra.Command {
	var trust []string
	var at, passwordFile string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "verify FILE.pdf", Short: "check the signatures of a PDF file", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o := app.VerifyOptions{Trust: trust, Exe: c.Exe}
			if at != "" {
				t, err := time.Parse(time.RFC3339, at)
				if err != nil {
					return usage(errors.New("--at 2026-01-31T12:00:00+08:00"))
				}
				o.At = t
			}
			if passwordFile != "" {
				password, err := app.ReadPIN(passwordFile)
				if err != nil {
					return usage(err)
				}
				o.Password = string(password)
			}
			report, err := app.VerifyFile(cmd.Context(), args[0], o)
			if err != nil {
				return err
			}
			if asJSON {
				err = c.json(report)
			} else {
				err = c.printReport(report)
			}
			if err == nil && report.Verdict != app.VerdictValid {
				err = errNotSo
			}
			return err
		},
	}
	f := cmd.Flags()
	f.StringArrayVar(&trust, "trust", nil, "PEM file with certificates to trust; may be given again")
	f.StringVar(&at, "at", "", "time to judge at (RFC 3339); default now")
	f.StringVar(&passwordFile, "password-file", "", "file with the password of an encrypted document")
	f.BoolVar(&asJSON, "json", false, "one JSON document")
	return cmd
}

func (c *command) printReport(r app.VerifyReport) error {
	w := c.text.CLI.Verify
	verdict := map[app.Verdict]string{
		app.VerdictValid: w.Valid, "invalid": w.Invalid, "indeterminate": w.Indeterminate, "unsigned": w.Unsigned,
	}[r.Verdict]
	if err := c.say("{0}: {1}", w.File, r.File); err != nil {
		return err
	}
	if err := c.say("{0}: {1}", w.Verdict, verdict); err != nil {
		return err
	}
	rows := make([][]string, 0, len(r.Signatures))
	for _, s := range r.Signatures {
		kind := w.Act
		if s.Kind != "act" {
			kind = w.Timestamp
		}
		rows = append(rows, []string{
			s.Field, kind, s.Signer, s.Level, pick(s.Intact, w.Intact, w.Broken), pick(s.Trusted, w.Trusted, w.NotTrusted), stampOf(s.SigningTime),
		})
	}
	if r.Removed > 0 {
		if err := c.say("{0}: {1}", w.Removed, r.Removed); err != nil {
			return err
		}
	}
	if len(rows) == 0 {
		return nil
	}
	if err := c.table(c.text.CLI.Tables.Signatures, rows); err != nil {
		return err
	}
	for _, s := range r.Signatures {
		if s.Reason != "" {
			if err := c.say("{0}: {1}: {2}", s.Field, w.Reason, s.Reason); err != nil {
				return err
			}
		}
	}
	return nil
}

func stampOf(t *time.Time) string {
	if t == nil {
		return ""
	}
	return moment(*t)
}

func pick(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}
