package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

func (c *command) recallCommand() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "recall NO --reason R", Short: "take a contract back while it is being signed", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				if err := a.Office.Recall(cmd.Context(), who, args[0], reason); err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.Recalled, args[0])
			})
		},
	}
	c.reason(cmd, &reason)
	return cmd
}

func (c *command) voidCommand() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "void NO --reason R", Short: "void a complete contract, by a document that everybody signs", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				paper, err := a.Office.Void(cmd.Context(), who, args[0], reason)
				if err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.Voided, args[0], paper)
			})
		},
	}
	c.reason(cmd, &reason)
	return cmd
}

func (c *command) endCommand() *cobra.Command {
	var reason, attach string
	cmd := &cobra.Command{
		Use: "end NO --reason R --attach FILE", Short: "end a contract by force, with a file that explains it", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if attach == "" {
				return usage(errors.New("--attach FILE"))
			}
			file, err := app.ReadDocument(attach)
			if err != nil {
				return err
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				if err := a.Office.End(cmd.Context(), who, args[0], reason, file); err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.Ended, args[0])
			})
		},
	}
	c.reason(cmd, &reason)
	cmd.Flags().StringVar(&attach, "attach", "", "PDF or picture that explains it")
	return cmd
}
