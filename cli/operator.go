package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/domain"
)

func (c *command) operatorCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "operator", Args: c.subcommand, RunE: c.showHelp}
	cmd.AddCommand(c.operatorAdd(), c.operatorList(), c.operatorDisable(), c.operatorDuty(), c.operatorStandIn())
	return cmd
}

// parseRoles accepts the codes of roles.
func (c *command) parseRoles(names []string) ([]domain.Role, error) {
	roles := make([]domain.Role, 0, len(names))
	for _, name := range names {
		role, err := domain.ParseRole(strings.TrimSpace(name))
		if err != nil {
			var known []string
			for _, r := range domain.Roles() {
				known = append(known, string(r))
			}
			return nil, c.notValue("--role", name, known...)
		}
		roles = append(roles, role)
	}
	return roles, nil
}
