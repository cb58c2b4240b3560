package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

func (c *command) templateCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "template", Short: "where contracts of a kind are signed", Args: cobra.NoArgs, RunE: help}
	cmd.AddCommand(c.templateSet(), c.templateList(), c.templateRemove())
	return cmd
}

func (c *command) templateSet() *cobra.Command {
	var t domain.Template
	var places []string
	cmd := &cobra.Command{
		Use: "set NAME --title TEXT", Short: "add a template, or change one", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if t.Spots, err = parseSpots(places); err != nil {
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
	f.StringVar(&t.Title, "title", "", "part of the titles it is for")
	f.StringVar(&t.Words.SealA, "seal-a", "", "words where Party A seals")
	f.StringVar(&t.Words.SealB, "seal-b", "", "words where Party B seals")
	f.StringVar(&t.Words.Sign, "sign-at", "", "words where both sign")
	f.StringArrayVar(&places, "place", nil, placeHelp)
	return cmd
}

func (c *command) templateList() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Short: "list the templates", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.Templates(cmd.Context(), who)
				if err != nil {
					return err
				}
				if asJSON {
					return c.json(append([]domain.Template{}, list...))
				}
				rows := make([][]string, 0, len(list))
				for _, t := range list {
					var acts []string
					for _, act := range domain.Acts() {
						if _, fixed := t.Spots[act]; fixed {
							acts = append(acts, c.text.Act(act))
						}
					}
					rows = append(rows, []string{t.Name, t.Title, strings.Join(strings.Fields(strings.Join(t.Words.List(), " ")), " "), strings.Join(acts, " ")})
				}
				return c.table(c.text.CLI.Tables.Templates, rows)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	return cmd
}

func (c *command) templateRemove() *cobra.Command {
	return &cobra.Command{
		Use: "remove NAME", Short: "take a template away", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				if err := a.Office.RemoveTemplate(cmd.Context(), who, args[0]); err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.TemplateGone, args[0])
			})
		},
	}
}
