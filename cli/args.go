package cli

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// countError is a wrong number of arguments.
type countError struct {
	want, got int
	least     bool   // want is the least number
	first     string // the first argument, of a command that takes none
	form      string // how the command is written
}

func (e countError) Error() string { return e.form }

// exactly takes n arguments; another number is wrong usage.
func exactly(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == n {
			return nil
		}
		e := countError{want: n, got: len(args), form: form(cmd)}
		if n == 0 {
			e.first = args[0]
		}
		return usage(e)
	}
}

// atLeast takes n arguments or more; fewer are wrong usage.
func atLeast(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) >= n {
			return nil
		}
		return usage(countError{want: n, got: len(args), least: true, form: form(cmd)})
	}
}

// atMost takes n arguments or fewer; more are wrong usage.
func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) <= n {
			return nil
		}
		return usage(countError{want: n, got: len(args), form: form(cmd)})
	}
}

// none takes no argument.
func none(cmd *cobra.Command, args []string) error { return exactly(0)(cmd, args) }

// count returns the sentence of a wrong number of arguments.
func (c *command) count(e countError) string {
	w := c.text.Usage
	switch {
	case e.least:
		return c.text.Fill(w.ArgsLeast, e.want, e.got, e.form)
	case e.want == 0:
		return c.text.Fill(w.ArgsNone, e.first, e.form)
	}
	return c.text.Fill(w.ArgsExact, e.want, e.got, e.form)
}

// subcommand refuses an argument of a command that only has commands: it names one there is not.
func (c *command) subcommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return c.wrong(c.text.Usage.UnknownCommand, args[0], nearest(cmd, args[0]), cmd.CommandPath())
}

// nearest returns the command whose name is the most like the word, or "" when none is like it.
func nearest(cmd *cobra.Command, word string) string {
	for distance := 1; distance <= (len(word)+2)/3; distance++ {
		cmd.SuggestionsMinimumDistance = distance
		if names := cmd.SuggestionsFor(word); len(names) > 0 {
			return names[0]
		}
	}
	return ""
}

// flagError returns what is wrong with a flag in the language of the run.
func (c *command) flagError(cmd *cobra.Command, err error) error {
	w, path := c.text.Usage, cmd.CommandPath()
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return c.wrong(w.UnknownFlag, dashed(unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames()), path)
	case errors.As(err, &empty):
		return c.wrong(w.FlagEmpty, dashed(empty.GetSpecifiedName(), empty.GetSpecifiedShortnames()), path)
	case errors.As(err, &value):
		return c.wrong(w.FlagValue, "--"+value.GetFlag().Name, value.GetValue(), path)
	case errors.As(err, &syntax):
		return c.wrong(w.FlagSyntax, syntax.GetSpecifiedFlag(), path)
	}
	return c.wrong(w.Unreadable, path)
}

// dashed returns a flag as it was written: short ones stand in a group of letters.
func dashed(name, group string) string {
	if group != "" {
		return "-" + name
	}
	return "--" + name
}

// need refuses a command without the flags. They are named as in the help.
func (c *command) need(cmd *cobra.Command, names ...string) {
	before := cmd.PreRunE
	cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
		if before != nil {
			if err := before(cmd, args); err != nil {
				return err
			}
		}
		var missing []string
		for _, name := range names {
			if flag := cmd.Flags().Lookup(name); !flag.Changed {
				missing = append(missing, briefly(flag))
			}
		}
		if len(missing) == 0 {
			return nil
		}
		return c.wrong(c.text.Usage.Missing, c.listed(missing), form(cmd))
	}
}

// reason adds the flag of an act that needs one.
func (c *command) reason(cmd *cobra.Command, into *string) {
	cmd.Flags().StringVar(into, "reason", "", "")
	before := cmd.PreRunE
	cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
		if before != nil {
			if err := before(cmd, args); err != nil {
				return err
			}
		}
		if *into == "" {
			return c.wrong(c.text.CLI.ReasonMissing)
		}
		return nil
	}
}
