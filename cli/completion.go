package cli

import (
	"slices"

	"github.com/spf13/cobra"
)

func (c *command) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use: "completion bash|zsh|fish|powershell", Args: exactly(1), ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch {
			case !slices.Contains(shells, args[0]):
				return c.notValue(cmd.Name(), args[0], shells...)
			case args[0] == "bash":
				return root.GenBashCompletionV2(c.Out, true)
			case args[0] == "zsh":
				return root.GenZshCompletion(c.Out)
			case args[0] == "fish":
				return root.GenFishCompletion(c.Out, true)
			}
			return root.GenPowerShellCompletionWithDesc(c.Out)
		},
	}
}
