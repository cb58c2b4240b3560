package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

func (c *command) operatorCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "operator", Short: "the people of the office", Args: cobra.NoArgs, RunE: help}
	cmd.AddCommand(c.operatorAdd(), c.operatorList(), c.operatorAct("disable", "take every right away"), c.operatorAct("duty", "put on duty"),
		c.operatorAct("stand-in", "call him when nobody on duty can be called"))
	return cmd
}

func (c *command) operatorAdd() *cobra.Command {
	var roles []string
	var phone, osUser string
	cmd := &cobra.Command{
		Use: "add NAME --role operator|reviewer|sealer|auditor|admin", Short: "add an operator, or change one", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			n := app.NewOperator{Name: args[0], OSUser: osUser, Phone: phone}
			var err error
			if n.Roles, err = parseRoles(roles); err != nil {
				return err
			}
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				if err := a.Office.AddOperator(cmd.Context(), who, n); err != nil {
					return err
				}
				return c.say(c.text.CLI.Acts.OperatorAdded, n.Name)
			})
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&roles, "role", nil, "role; may be given again")
	f.StringVar(&phone, "phone", "", "phone; needed to seal and to be on duty")
	f.StringVar(&osUser, "os-user", "", "account of the machine that speaks for the operator")
	return cmd
}

func parseRoles(names []string) ([]domain.Role, error) {
	if len(names) == 0 {
		return nil, usage(errors.New("--role operator|reviewer|sealer|auditor|admin"))
	}
	roles := make([]domain.Role, 0, len(names))
	for _, name := range names {
		role, err := domain.ParseRole(strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		roles = append(roles, role)
	}
	return roles, nil
}

func (c *command) operatorList() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Short: "list the operators", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				list, err := a.Office.OperatorList(cmd.Context(), who)
				if err != nil {
					return err
				}
				if asJSON {
					return c.json(operatorRows(list))
				}
				rows := make([][]string, 0, len(list))
				for _, op := range list {
					roles := make([]string, 0, len(op.Roles))
					for _, r := range op.Roles {
						roles = append(roles, c.text.Role(r))
					}
					rows = append(rows, []string{op.Name, strings.Join(roles, " "), op.OSUser, mark(op.Duty), mark(op.StandIn), mark(op.Disabled)})
				}
				return c.table(c.text.CLI.Tables.Operators, rows)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON document")
	return cmd
}

type operatorRow struct {
	Name     string        `json:"name"`
	Roles    []domain.Role `json:"roles"`
	OSUser   string        `json:"os_user"`
	Duty     bool          `json:"duty"`
	StandIn  bool          `json:"stand_in"`
	Disabled bool          `json:"disabled"`
}

func operatorRows(list []domain.Operator) []operatorRow {
	rows := make([]operatorRow, 0, len(list))
	for _, op := range list {
		rows = append(rows, operatorRow{Name: op.Name, Roles: op.Roles, OSUser: op.OSUser, Duty: op.Duty, StandIn: op.StandIn, Disabled: op.Disabled})
	}
	return rows
}

func mark(yes bool) string {
	if yes {
		return "✓"
	}
	return ""
}

func (c *command) operatorAct(name, short string) *cobra.Command {
	return &cobra.Command{
		Use: name + " NAME", Short: short, Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
				act, done := a.Office.DisableOperator, c.text.CLI.Acts.OperatorDisabled
				switch name {
				case "duty":
					act, done = a.Office.SetDuty, c.text.CLI.Acts.DutySet
				case "stand-in":
					act, done = a.Office.SetStandIn, c.text.CLI.Acts.StandInSet
				}
				if err := act(cmd.Context(), who, args[0]); err != nil {
					return err
				}
				return c.say(done, args[0])
			})
		},
	}
}
