package output

import (
	"strings"

	"campus.example/sealdesk/domain"
)

// Operator is someone of the office. The phone stays out.
type Operator struct {
	Name     string   `json:"name"`
	Roles    []string `json:"roles"`
	OSUser   string   `json:"os_user"`
	Duty     bool     `json:"duty"`
	StandIn  bool     `json:"stand_in"`
	Disabled bool     `json:"disabled"`
}

// OperatorOf returns the shape of an operator.
func OperatorOf(op domain.Operator) Operator {
	roles := make([]string, 0, len(op.Roles))
	for _, r := range op.Roles {
		roles = append(roles, string(r))
	}
	return Operator{Name: op.Name, Roles: roles, OSUser: op.OSUser, Duty: op.Duty, StandIn: op.StandIn, Disabled: op.Disabled}
}

// Operators prints operators as a table. Their roles are never cut.
func (p Printer) Operators(list []domain.Operator) error {
	rows := make([][]string, 0, len(list))
	for _, op := range list {
		roles := make([]string, 0, len(op.Roles))
		for _, r := range op.Roles {
			roles = append(roles, p.Text.Role(r))
		}
		rows = append(rows, []string{
			op.Name, strings.Join(roles, p.Text.Output.Listed), op.OSUser, mark(op.Duty), mark(op.StandIn), mark(op.Disabled),
		})
	}
	return p.table(p.Text.CLI.Tables.Operators, rows, 1)
}

func mark(yes bool) string {
	if yes {
		return "✓"
	}
	return ""
}
