package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) downloadCommand() *cobra.Command {
	var out string
	var original, explanation bool
	cmd := &cobra.Command{
		Use: "download NO -o FILE", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if original && explanation {
				return c.wrong(c.text.Usage.NotTogether, "--original", "--explanation")
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
				return c.write(out, file, c.text.CLI.Acts.Downloaded)
			})
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "")
	cmd.Flags().BoolVar(&explanation, "explanation", false, "")
	cmd.Flags().BoolVar(&original, "original", false, "")
	c.need(cmd, "output")
	return cmd
}
