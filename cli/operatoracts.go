package cli

import (
	"context"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) operatorDisable() *cobra.Command {
	cmd := &cobra.Command{Use: "disable NAME", Args: exactly(1)}
	cmd.RunE = c.onOperator(c.text.CLI.Acts.OperatorDisabled, func(ctx context.Context, a *app.App, who domain.Caller, name string) error {
		return a.Office.DisableOperator(ctx, who, name)
	})
	return cmd
}

func (c *command) operatorDuty() *cobra.Command {
	cmd := &cobra.Command{Use: "duty NAME", Args: exactly(1)}
	cmd.RunE = c.onOperator(c.text.CLI.Acts.DutySet, func(ctx context.Context, a *app.App, who domain.Caller, name string) error {
		return a.Office.SetDuty(ctx, who, name)
	})
	return cmd
}

func (c *command) operatorStandIn() *cobra.Command {
	cmd := &cobra.Command{Use: "stand-in NAME", Args: exactly(1)}
	cmd.RunE = c.onOperator(c.text.CLI.Acts.StandInSet, func(ctx context.Context, a *app.App, who domain.Caller, name string) error {
		return a.Office.SetStandIn(ctx, who, name)
	})
	return cmd
}

// onOperator does an act to the operator that the first argument names.
func (c *command) onOperator(
	done string, act func(ctx context.Context, a *app.App, who domain.Caller, name string) error,
) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
			if err := act(cmd.Context(), a, who, args[0]); err != nil {
				return err
			}
			return c.say(done, args[0])
		})
	}
}
