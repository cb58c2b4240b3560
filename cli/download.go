package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

func (c *command) downloadCommand() *cobra.Command {
	var out string
	var original, explanation bool
	cmd := &cobra.Command{
		Use: "download NO -o FILE", Short: "the current or the original document", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if out == "" {
				return usage(errors.New("-o FILE"))
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				get := func() ([]byte, error) { return a.Office.Download(cmd.Context(), who, args[0], original) }
				if explanation {
					get = func() ([]byte, error) { return a.Office.Explanation(cmd.Context(), who, args[0]) }
				}
				file, err := get()
				if err != nil {
					return err
				}
				if err := app.WriteFile(out, file); err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.Downloaded, args[0])
			})
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "file to write")
	cmd.Flags().BoolVar(&explanation, "explanation", false, "the file that explains a forced end")
	cmd.Flags().BoolVar(&original, "original", false, "the document as it was pushed")
	return cmd
}
