package cli

import (
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

// reviewRow is one review of the JSON output.
type reviewRow struct {
	ID           string `json:"id"`
	Verification string `json:"verification"`
	Person       string `json:"person"`
	State        string `json:"state"`
	Opened       string `json:"opened"`
	Due          string `json:"due"`
	By           string `json:"by"`
	Reason       string `json:"reason"`
	Note         string `json:"note"`
}

func reviewOf(r domain.Review) reviewRow {
	return reviewRow{
		ID: r.ID, Verification: r.Verification, Person: r.Person, State: string(r.State), Opened: stamp(r.Opened), Due: stamp(r.Due),
		By: r.By, Reason: string(r.Reason), Note: r.Note,
	}
}

func (c *command) reviewsCommand() *cobra.Command {
	var asJSON, all bool
	cmd := &cobra.Command{
		Use: "reviews", Short: "the manual-review desk", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			states := []domain.ReviewState{domain.ReviewOpen, domain.ReviewClaimed}
			if all {
				states = nil
			}
			return c.with(cmd.Context(), func(a *app.App, who string) error {
				list, err := a.Office.Reviews(cmd.Context(), who, states, 0)
				if err != nil {
					return err
				}
				out := make([]reviewRow, 0, len(list))
				rows := make([][]string, 0, len(list))
				for _, r := range list {
					out = append(out, reviewOf(r))
					v, err := a.Office.VerificationOf(cmd.Context(), who, r.Verification)
					if err != nil {
						return err
					}
					rows = append(rows, []string{
						r.ID, v.Identity.Name, c.text.DocKind(v.Identity.Kind), c.text.ReviewState(r.State), moment(r.Opened), moment(r.Due), r.By,
					})
				}
				if asJSON {
					return c.json(out)
				}
				return c.table(c.text.CLI.Tables.Reviews, rows)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	cmd.Flags().BoolVar(&all, "all", false, "the decided ones too")
	return cmd
}

func (c *command) reviewCommand() *cobra.Command {
	var claim, approve bool
	var reject, note, photos string
	cmd := &cobra.Command{
		Use: "review ID --claim | --approve | --reject CODE | --photos FOLDER", Short: "act on one manual review", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !claim && !approve && reject == "" && photos == "" {
				return usage(errors.New("--claim, --approve, --reject CODE or --photos FOLDER"))
			}
			if approve && reject != "" {
				return usage(errors.New("--approve or --reject"))
			}
			return c.with(cmd.Context(), func(a *app.App, who string) error {
				ctx, id, acts := cmd.Context(), args[0], c.text.CLI.Acts
				if claim {
					if err := a.Office.ClaimReview(ctx, who, id); err != nil {
						return err
					}
					if err := c.say(acts.Claimed, id); err != nil {
						return err
					}
				}
				if photos != "" {
					p, err := a.Office.ReviewPhotos(ctx, who, id)
					if err != nil {
						return err
					}
					if err := writePhotos(photos, id, p); err != nil {
						return err
					}
				}
				switch {
				case approve:
					if err := a.Office.ApproveReview(ctx, who, id, note); err != nil {
						return err
					}
					return c.say(acts.Approved, id)
				case reject != "":
					if err := a.Office.RejectReview(ctx, who, id, domain.ReviewReason(reject), note); err != nil {
						return err
					}
					return c.say(acts.Rejected, id)
				}
				return nil
			})
		},
	}
	f := cmd.Flags()
	f.BoolVar(&claim, "claim", false, "take the review")
	f.BoolVar(&approve, "approve", false, "the person is who he says")
	f.StringVar(&reject, "reject", "", "refuse with a coded reason")
	f.StringVar(&note, "note", "", "note for colleagues")
	f.StringVar(&photos, "photos", "", "write the two photos into this folder; the look is recorded")
	return cmd
}

func writePhotos(folder, id string, p app.Photos) error {
	if err := app.WriteFile(filepath.Join(folder, id+"-front.jpg"), p.Front); err != nil {
		return err
	}
	return app.WriteFile(filepath.Join(folder, id+"-held.jpg"), p.Held)
}
