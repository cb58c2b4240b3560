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
	Kind         string `json:"kind"`
	Verification string `json:"verification"`
	Enrolment    string `json:"enrolment"`
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
		ID: r.ID, Kind: string(r.Kind), Verification: r.Verification, Enrolment: r.Enrolment, Person: r.Person, State: string(r.State), Opened: stamp(r.Opened), Due: stamp(r.Due),
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
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.ReviewQueue(cmd.Context(), who, states, 0)
				if err != nil {
					return err
				}
				out := make([]reviewRow, 0, len(list))
				rows := make([][]string, 0, len(list))
				for _, r := range list {
					out = append(out, reviewOf(r.Review))
					what := c.text.DocKind(r.Try.Identity.Kind)
					if r.Enrolment != "" {
						what = c.text.ReviewKind(r.Kind) + " " + r.Shown.Name
					}
					rows = append(rows, []string{
						r.ID, r.Try.Identity.Name, what, c.text.ReviewState(r.State), moment(r.Opened), moment(r.Due), r.By,
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
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
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
	f.BoolVar(&approve, "approve", false, "what was shown is right")
	f.StringVar(&reject, "reject", "", "refuse with a coded reason")
	f.StringVar(&note, "note", "", "note for colleagues")
	f.StringVar(&photos, "photos", "", "write what was shown into this folder; the look is recorded")
	return cmd
}

func writePhotos(folder, id string, p app.Photos) error {
	if err := app.WriteFile(filepath.Join(folder, id+"-front.jpg"), p.Front); err != nil {
		return err
	}
	if len(p.Original) > 0 {
		return app.WriteFile(filepath.Join(folder, id+".pdf"), p.Original)
	}
	if len(p.Held) == 0 {
		return nil
	}
	return app.WriteFile(filepath.Join(folder, id+"-held.jpg"), p.Held)
}
