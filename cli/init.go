package cli

import (
	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

func (c *command) initCommand() *cobra.Command {
	var name, key, pinFile, first, phone, sandbox string
	var roles []string
	cmd := &cobra.Command{
		Use: "init", Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			dir, err := c.folder()
			if err != nil {
				return err
			}
			w := c.text.CLI.Init
			if name, err = c.ask(w.OfficeName, name); err != nil {
				return err
			}
			if first == "" {
				first = c.OSUser
			}
			if first, err = c.ask(w.OperatorName, first); err != nil {
				return err
			}
			if phone, err = c.ask(w.Phone, phone); err != nil {
				return err
			}
			var pin []byte
			if pinFile != "" {
				pin, err = c.secret(pinFile)
			} else {
				pin, err = c.newPIN()
			}
			if err != nil {
				return usage(err)
			}
			parsed := domain.Roles()
			if len(roles) > 0 {
				if parsed, err = c.parseRoles(roles); err != nil {
					return err
				}
			}
			o := app.InitOptions{
				Dir: dir, Getenv: c.Getenv, Exe: c.Exe, Config: app.DefaultSettings(), Name: name, PIN: pin, Now: c.Now,
				First: app.NewOperator{Name: first, OSUser: c.OSUser, Roles: parsed, Phone: phone, Duty: phone != ""},
			}
			if key != "" {
				if o.ImportKey, err = c.read(key); err != nil {
					return err
				}
			}
			if sandbox != "" {
				if sandbox, err = c.Files.Folder(sandbox); err != nil {
					return err
				}
				if err := c.useStandIns(&o, sandbox); err != nil {
					return err
				}
			}
			if err := app.Init(cmd.Context(), o); err != nil {
				return err
			}
			if key == "" {
				if err := c.tell(w.TestKeyWarning); err != nil {
					return err
				}
			}
			return c.say(w.Done, dir)
		},
	}
	f := cmd.Flags()
	f.StringVar(&name, "name", "", "")
	f.StringVar(&key, "key", "", "")
	f.StringVar(&pinFile, "pin-file", "", "")
	f.StringVar(&first, "first-operator", "", "")
	f.StringVar(&phone, "phone", "", "")
	f.StringSliceVar(&roles, "role", nil, "")
	f.StringVar(&sandbox, "sandbox", "", "")
	return cmd
}
