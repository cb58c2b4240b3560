package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
)

func (c *command) configCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "config", Args: c.subcommand, RunE: c.showHelp}
	cmd.AddCommand(c.configPath(), c.configCheck(), c.configShow())
	return cmd
}

func (c *command) configPath() *cobra.Command {
	return &cobra.Command{
		Use: "path", Args: none,
		RunE: func(*cobra.Command, []string) error {
			dir, err := c.folder()
			if err != nil {
				return err
			}
			return c.say("{0}", app.SettingsPath(dir))
		},
	}
}

func (c *command) configCheck() *cobra.Command {
	return &cobra.Command{
		Use: "check", Args: none,
		RunE: func(*cobra.Command, []string) error {
			dir, err := c.folder()
			if err != nil {
				return err
			}
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
		},
	}
}

func (c *command) configShow() *cobra.Command {
	return &cobra.Command{
		Use: "show", Args: none,
		RunE: func(*cobra.Command, []string) error {
			dir, err := c.folder()
			if err != nil {
				return err
			}
			settings, err := app.LooseSettings(dir, c.Getenv)
			if err != nil {
				return err
			}
			return c.Block(settings.Show())
		},
	}
}
