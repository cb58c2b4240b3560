package cli

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

func (c *command) quarantineCommand() *cobra.Command {
	var asJSON bool
	var folder, reason string
	cmd := &cobra.Command{
		Use: "quarantine NO [accept|refuse|replace]", Args: cobra.MatchAll(atLeast(1), atMost(2)),
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
					return c.json(output.QuarantineOf(q))
				}
				return c.Quarantine(q)
			})
		},
	}
	f := cmd.Flags()
	f.BoolVar(&asJSON, "json", false, "")
	f.StringVar(&folder, "fetch", "", "")
	f.StringVar(&reason, "reason", "", "")
	return cmd
}

// decide carries out the decision that a word names. Another word is wrong usage.
func (c *command) decide(cmd *cobra.Command, a *app.App, who domain.Caller, no, word, reason string) error {
	d, err := domain.ParseDecision(word)
	if err != nil {
		return c.wrong(c.text.Usage.OneOf, c.listed([]string{"accept", "refuse", "replace"}), form(cmd))
	}
	if err := a.Office.Decide(cmd.Context(), who, no, d, reason); err != nil {
		return err
	}
	return c.say(c.text.CLI.Acts.Decided, no, c.text.Decision(d))
}

// fetchQuarantine writes the documents of both versions into a folder.
func (c *command) fetchQuarantine(cmd *cobra.Command, a *app.App, who domain.Caller, no, folder string) error {
	current, offered, err := a.Office.QuarantineDocuments(cmd.Context(), who, no)
	if err != nil {
		return err
	}
	if err := c.Files.Make(folder); err != nil {
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
		if err := c.Files.Write(path, file.pdf); err != nil {
			return err
		}
		if err := c.say(c.text.CLI.Acts.Downloaded, path); err != nil {
			return err
		}
	}
	return nil
}
