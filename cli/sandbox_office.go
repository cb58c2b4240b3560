//go:build office

package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
)

// demoCommand returns a hidden command that reports what is not in this build.
func (c *command) demoCommand() *cobra.Command { return c.withoutStandIns("demo") }

// sandboxCommand returns a hidden command that reports what is not in this build.
func (c *command) sandboxCommand() *cobra.Command { return c.withoutStandIns("sandbox") }

// withoutStandIns accepts any flags and arguments, so that the answer is about the build and not about a flag.
func (c *command) withoutStandIns(name string) *cobra.Command {
	return &cobra.Command{
		Use: name, Hidden: true, Args: cobra.ArbitraryArgs, FParseErrWhitelist: cobra.FParseErrWhitelist{UnknownFlags: true},
		RunE: func(*cobra.Command, []string) error { return c.noStandIns() },
	}
}

// useStandIns refuses: the stand-ins' settings are read by code that is not in this build.
func (c *command) useStandIns(*app.InitOptions, string) error { return c.noStandIns() }

func (c *command) noStandIns() error {
	if err := c.tell(c.text.CLI.NoStandIns); err != nil {
		return err
	}
	return errMissing
}
