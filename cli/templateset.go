package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) templateSet() *cobra.Command {
	var t domain.Template
	var places []string
	cmd := &cobra.Command{
		Use: "set NAME --title TEXT", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if t.Spots, err = c.parseSpots(places); err != nil {
				return err
			}
			t.Name = args[0]
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				if err := a.Office.SetTemplate(cmd.Context(), who, t); err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.TemplateSet, t.Name)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&t.Title, "title", "", "")
	f.StringVar(&t.Words.SealA, "seal-a", "", "")
	f.StringVar(&t.Words.SealB, "seal-b", "", "")
	f.StringVar(&t.Words.Sign, "sign-at", "", "")
	f.StringArrayVar(&places, "place", nil, "")
	return cmd
}
