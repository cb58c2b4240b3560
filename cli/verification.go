package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

// verificationRow is one try of the JSON output. Numbers of documents are masked.
type verificationRow struct {
	ID      string `json:"id"`
	Person  string `json:"person"`
	Name    string `json:"name"`
	Doc     string `json:"document"`
	Number  string `json:"number"`
	Method  string `json:"method"`
	State   string `json:"state"`
	Detail  string `json:"detail"`
	Started string `json:"started"`
	Decided string `json:"decided"`
}

func verificationOf(v domain.Verification) verificationRow {
	return verificationRow{
		ID: v.ID, Person: v.Person, Name: v.Identity.Name, Doc: string(v.Identity.Kind), Number: domain.MaskNumber(v.Identity.Number),
		Method: string(v.Method), State: string(v.State), Detail: string(v.Detail), Started: stamp(v.Started), Decided: stamp(v.Decided),
	}
}

func (c *command) verificationsCommand() *cobra.Command {
	var asJSON, open bool
	cmd := &cobra.Command{
		Use: "verifications", Short: "the queue of personal verifications", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var f app.VerificationFilter
			if open {
				f.States = []domain.VerificationState{domain.VerificationCode, domain.VerificationChecked, domain.VerificationReview}
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.Verifications(cmd.Context(), who, f)
				if err != nil {
					return err
				}
				out := make([]verificationRow, 0, len(list))
				rows := make([][]string, 0, len(list))
				tries := map[string]int{}
				for _, v := range list {
					tries[v.Person]++
				}
				for _, v := range list {
					out = append(out, verificationOf(v))
					rows = append(rows, []string{
						v.ID, v.Identity.Name, c.text.Method(v.Method), c.text.VerificationState(v.State),
						itoa(int64(tries[v.Person])), moment(v.Started),
					})
				}
				if asJSON {
					return c.json(out)
				}
				return c.table(c.text.CLI.Tables.Verifications, rows)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	cmd.Flags().BoolVar(&open, "open", false, "only those that are not decided")
	return cmd
}

func (c *command) verificationCommand() *cobra.Command {
	return &cobra.Command{
		Use: "verification ID recheck|resend|manual|cancel", Short: "help one verification along", Args: exactly(2),
		ValidArgs: []string{"recheck", "resend", "manual", "cancel"},
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				var act func(ctx context.Context, by domain.Caller, id string) error
				var done string
				switch args[1] {
				case "recheck":
					act, done = a.Office.RecheckVerification, c.text.CLI.Acts.Rechecked
				case "resend":
					act, done = a.Office.ResendVerification, c.text.CLI.Acts.Resent
				case "manual":
					act, done = a.Office.OpenManual, c.text.CLI.Acts.ManualOpened
				case "cancel":
					act, done = a.Office.CancelVerification, c.text.CLI.Acts.Cancelled
				default:
					return usage(errors.New("recheck|resend|manual|cancel"))
				}
				if err := act(cmd.Context(), who, args[0]); err != nil {
					return err
				}
				return c.say(done, args[0])
			})
		},
	}
}
