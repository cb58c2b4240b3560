package cli

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"
)

// exactly and atLeast count arguments; a wrong number is wrong usage.
func exactly(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := cobra.ExactArgs(n)(cmd, args); err != nil {
			return usage(fmt.Errorf("%w; %s", err, cmd.UseLine()))
		}
		return nil
	}
}

func atLeast(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := cobra.MinimumNArgs(n)(cmd, args); err != nil {
			return usage(fmt.Errorf("%w; %s", err, cmd.UseLine()))
		}
		return nil
	}
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
