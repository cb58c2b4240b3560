package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"sealdesk/app"
)

func (c *command) configCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "config", Short: "the settings of the office", Args: cobra.NoArgs, RunE: help}
	in := func(use, short string, do func(dir string) error) *cobra.Command {
		return &cobra.Command{
			Use: use, Short: short, Args: cobra.NoArgs,
			RunE: func(*cobra.Command, []string) error {
				dir, err := c.folder()
				if err != nil {
					return err
				}
				return do(dir)
			},
		}
	}
	cmd.AddCommand(
		in("path", "name the settings file", func(dir string) error { return c.say("{0}", app.SettingsPath(dir)) }),
		in("check", "list everything wrong with the settings", func(dir string) error {
			settings, err := app.Settings(dir, c.Getenv)
			if err != nil {
				return err
			}
			for _, m := range settings.Moved() {
				if err := c.tell(c.text.CLI.Rules.Moved, m.Place(), m.Rule); err != nil {
					return err
				}
			}
			return c.say(c.text.CLI.Doctor.AllGood)
		}),
		in("show", "print the settings in force", func(dir string) error {
			settings, err := app.LooseSettings(dir, c.Getenv)
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(c.Out, settings.Show())
			return err
		}),
	)
	return cmd
}

func (c *command) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "name the version", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			version, revision := "devel", ""
			if info, ok := debug.ReadBuildInfo(); ok {
				if info.Main.Version != "" && info.Main.Version != "(devel)" {
					version = info.Main.Version
				}
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						revision = s.Value
					}
				}
			}
			return c.say("sealdesk {0} {1} {2} {3}/{4}", version, revision, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		},
	}
}
