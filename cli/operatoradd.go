package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) operatorAdd() *cobra.Command {
	var roles []string
	var phone, osUser string
	cmd := &cobra.Command{
		Use: "add NAME --role operator|reviewer|sealer|auditor|admin", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			n := app.NewOperator{Name: args[0], OSUser: osUser, Phone: phone}
			var err error
			if n.Roles, err = c.parseRoles(roles); err != nil {
				return err
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				done, err := c.addedOrChanged(cmd.Context(), a, who, n.Name)
				if err != nil {
					return err
				}
				if err := a.Office.AddOperator(cmd.Context(), who, n); err != nil {
					return err
				}
				return c.say(done, n.Name)
			})
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&roles, "role", nil, "")
	f.StringVar(&phone, "phone", "", "")
	f.StringVar(&osUser, "os-user", "", "")
	c.need(cmd, "role")
	return cmd
}

// addedOrChanged returns what is printed when the operator was put: there was one of that name, or there was none.
func (c *command) addedOrChanged(ctx context.Context, a *app.App, who domain.Caller, name string) (string, error) {
	list, err := a.Office.OperatorList(ctx, who)
	if slices.ContainsFunc(list, func(op domain.Operator) bool { return op.Name == name }) {
		return c.text.Output.Changed, err
	}
	return c.text.CLI.Acts.OperatorAdded, err
}
