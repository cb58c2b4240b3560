package cli

import (
	"time"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
)

func (c *command) verifyCommand() *cobra.Command {
	var trust []string
	var at, passwordFile string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "verify FILE.pdf", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := c.verifyOptions(trust, at, passwordFile)
			if err != nil {
				return err
			}
			file, err := c.file(args[0])
			if err != nil {
				return err
			}
			found, err := app.VerifyFile(cmd.Context(), file, o)
			if err != nil {
				return err
			}
			report := output.ReportOf(found)
			if asJSON {
				err = c.json(report)
			} else {
				err = c.Report(report)
			}
			if err == nil && found.Verdict != app.VerdictValid {
				err = errNotSo
			}
			return err
		},
	}
	f := cmd.Flags()
	f.StringArrayVar(&trust, "trust", nil, "")
	f.StringVar(&at, "at", "", "")
	f.StringVar(&passwordFile, "password-file", "", "")
	f.BoolVar(&asJSON, "json", false, "")
	return cmd
}

// verifyOptions reads what the flags of verify name. A file without anchors is wrong usage.
func (c *command) verifyOptions(trust []string, at, passwordFile string) (o app.VerifyOptions, err error) {
	o.Exe, o.At = c.Exe, c.Now()
	if at != "" {
		if o.At, err = time.Parse(time.RFC3339, at); err != nil {
			return o, c.wrong(c.text.Usage.Time, at)
		}
	}
	if passwordFile != "" {
		password, err := c.secret(passwordFile)
		if err != nil {
			return o, err
		}
		o.Password = string(password)
	}
	for _, name := range trust {
		file, err := c.file(name)
		if err != nil {
			return o, err
		}
		anchors, err := app.Anchors(file)
		if err != nil {
			return o, c.wrong(c.text.Usage.Anchor, name)
		}
		o.Trust = append(o.Trust, anchors...)
	}
	return o, nil
}
