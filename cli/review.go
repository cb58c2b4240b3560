package cli

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) reviewCommand() *cobra.Command {
	var claim, approve bool
	var reject, note, photos string
	cmd := &cobra.Command{
		Use: "review ID --claim | --approve | --reject CODE | --photos FOLDER", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !claim && !approve && reject == "" && photos == "" {
				return c.wrong(c.text.Usage.OneOf, c.listed([]string{"--claim", "--approve", "--reject CODE", "--photos FOLDER"}), form(cmd))
			}
			if approve && reject != "" {
				return c.wrong(c.text.Usage.NotTogether, "--approve", "--reject")
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
					if err := c.writePhotos(photos, id, p); err != nil {
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
	f.BoolVar(&claim, "claim", false, "")
	f.BoolVar(&approve, "approve", false, "")
	f.StringVar(&reject, "reject", "", "")
	f.StringVar(&note, "note", "", "")
	f.StringVar(&photos, "photos", "", "")
	return cmd
}

// writePhotos writes what is under review into a folder.
func (c *command) writePhotos(folder, id string, p app.Photos) error {
	if err := c.Files.Write(filepath.Join(folder, id+"-front.jpg"), p.Front); err != nil {
		return err
	}
	switch {
	case len(p.Original) > 0:
		if err := c.Files.Write(filepath.Join(folder, id+".pdf"), p.Original); err != nil {
			return err
		}
	case len(p.Held) > 0:
		if err := c.Files.Write(filepath.Join(folder, id+"-held.jpg"), p.Held); err != nil {
			return err
		}
	}
	return c.say(c.text.Output.PhotosSaved, id, folder)
}
