package cli

import (
	"errors"
	"time"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
)

func (c *command) initCommand() *cobra.Command {
	var name, key, pinFile, first, phone, sandbox string
	var roles []string
	cmd := &cobra.Command{
		Use: "init", Short: "make the data folder of a new office", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			dir, err := c.folder()
			if err != nil {
				return err
			}
			ask := prompt{c: c}
			w := c.text.CLI.Init
			if name, err = ask.line(w.OfficeName, name); err != nil {
				return err
			}
			if first, err = ask.line(w.OperatorName, or(first, c.OSUser)); err != nil {
				return err
			}
			if phone, err = ask.line(w.Phone, phone); err != nil {
				return err
			}
			var pin []byte
			if pinFile != "" {
				pin, err = app.ReadPIN(pinFile)
			} else {
				pin, err = ask.newPIN(w.PIN, w.PINAgain, w.PINsDiffer)
			}
			if err != nil {
				return usage(err)
			}
			parsed := []domain.Role{domain.RoleAdmin, domain.RoleOperator, domain.RoleReviewer, domain.RoleSealer, domain.RoleAuditor}
			if len(roles) > 0 {
				if parsed, err = parseRoles(roles); err != nil {
					return err
				}
			}
			o := app.InitOptions{
				Dir: dir, Getenv: c.Getenv, Exe: c.Exe, Config: app.DefaultSettings(), Name: name, PIN: pin, Now: time.Now,
				First: app.NewOperator{Name: first, OSUser: c.OSUser, Roles: parsed, Phone: phone, Duty: phone != ""},
			}
			if key != "" {
				if o.ImportKey, err = app.ReadDocument(key); err != nil {
					return err
				}
			} else if err := c.tell(w.TestKeyWarning); err != nil {
				return err
			}
			if sandbox != "" {
				if err := c.useStandIns(&o, sandbox); err != nil {
					return err
				}
			}
			if err := app.Init(cmd.Context(), o); err != nil {
				return err
			}
			return c.say(w.Done, dir)
		},
	}
	f := cmd.Flags()
	f.StringVar(&name, "name", "", "name of the organisation, as the seal shows it")
	f.StringVar(&key, "key", "", "PKCS#12 file of the seal key; without it a test key is made")
	f.StringVar(&pinFile, "pin-file", "", "file with the PIN of the seal key")
	f.StringVar(&first, "first-operator", "", "login name of the first operator")
	f.StringVar(&phone, "phone", "", "the first operator's phone; needed to seal and to be on duty")
	f.StringSliceVar(&roles, "role", nil, "roles of the first operator; default all")
	f.StringVar(&sandbox, "sandbox", "", "state folder of running stand-ins to work with (see sealdesk sandbox)")
	return cmd
}

// prompt asks for what no flag gave.
type prompt struct{ c *command }

func (p prompt) line(question, given string) (string, error) {
	if given != "" {
		return given, nil
	}
	if err := p.c.tell("{0}:", question); err != nil {
		return "", err
	}
	answer, err := readLine(p.c.In)
	if err != nil || answer == "" {
		return "", usage(errors.New(question))
	}
	return answer, nil
}

// newPIN asks twice; at a terminal nothing is echoed.
func (p prompt) newPIN(question, again, differ string) ([]byte, error) {
	for range 3 {
		first, err := p.secret(question)
		if err != nil {
			return nil, err
		}
		second, err := p.secret(again)
		if err != nil {
			return nil, err
		}
		if string(first) == string(second) && len(first) > 0 {
			return first, nil
		}
		if err := p.c.tell(differ); err != nil {
			return nil, err
		}
	}
	return nil, errors.New(differ)
}

func (p prompt) secret(question string) ([]byte, error) {
	if err := p.c.tell("{0}:", question); err != nil {
		return nil, err
	}
	return readSecret(p.c.In)
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
