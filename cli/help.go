package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"campus.example/sealdesk/text"
)

// form returns how a command is written.
func form(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return cmd.Use
	}
	return cmd.Parent().CommandPath() + " " + cmd.Use
}

// key returns a command's path without the program's name.
func key(cmd *cobra.Command) string {
	_, path, _ := strings.Cut(cmd.CommandPath(), " ")
	return path
}

// describe gives every command and flag its text in the language of the run.
func (c *command) describe(cmd *cobra.Command) {
	h := c.text.Help
	if short, found := h.Short[key(cmd)]; found {
		cmd.Short = short
	}
	each := func(f *pflag.Flag) {
		if words := h.FlagText(key(cmd), f.Name); words != "" {
			f.Usage = words
		}
	}
	cmd.PersistentFlags().VisitAll(each)
	cmd.Flags().VisitAll(each)
	for _, sub := range cmd.Commands() {
		c.describe(sub)
	}
}

// help prints the help of a command.
func (c *command) help(cmd *cobra.Command) error {
	h := c.text.Help
	lines := []string{cmd.Short}
	if cmd.Long != "" {
		lines = append(lines, "", cmd.Long)
	}
	usage := form(cmd)
	if cmd.HasParent() && cmd.HasAvailableSubCommands() {
		usage += " [" + h.Command + "]"
	}
	if cmd.HasAvailableLocalFlags() && !strings.Contains(usage, "--") {
		usage += " [" + h.Options + "]"
	}
	lines = append(lines, "", h.Usage+":", "  "+usage)
	if cmd.HasAvailableSubCommands() {
		var rows [][2]string
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() || sub.Name() == "help" {
				rows = append(rows, [2]string{sub.Name(), sub.Short})
			}
		}
		lines = append(append(lines, "", h.Commands+":"), columns(rows)...)
	}
	if own := cmd.LocalNonPersistentFlags(); own.HasAvailableFlags() {
		lines = append(append(lines, "", h.Flags+":"), columns(c.flags(own))...)
	}
	lines = append(append(lines, "", h.Global+":"), columns(c.flags(cmd.Root().PersistentFlags()))...)
	if cmd.HasAvailableSubCommands() {
		lines = append(lines, "", c.text.Fill(h.More, cmd.CommandPath()))
	}
	for _, line := range lines {
		if err := c.say("{0}", line); err != nil {
			return err
		}
	}
	return nil
}

// flags returns the rows about flags.
func (c *command) flags(set *pflag.FlagSet) (rows [][2]string) {
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		_, words := pflag.UnquoteUsage(f)
		switch f.DefValue {
		case "", "false", "0", "0s", "[]":
		default:
			words += c.text.Fill(c.text.Help.Default, f.DefValue)
		}
		rows = append(rows, [2]string{written(f), words})
	})
	return rows
}

// written returns a flag with the name of its value: -o, --output FILE.
func written(f *pflag.Flag) string {
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	if f.Value.Type() == "bool" {
		return name
	}
	value, _ := pflag.UnquoteUsage(f)
	return strings.TrimSpace(name + " " + value)
}

// briefly returns a flag in its shortest form with the name of its value: -o FILE.
func briefly(f *pflag.Flag) string {
	whole := written(f)
	if short, _, found := strings.Cut(whole, ", "); found {
		value, _ := pflag.UnquoteUsage(f)
		return short + " " + value
	}
	return whole
}

// columns returns rows of two columns as lines; the second one is wrapped.
func columns(rows [][2]string) (lines []string) {
	const widest, whole = 34, 110
	wide := 0
	for _, row := range rows {
		if w := text.Width(row[0]); w <= widest {
			wide = max(wide, w)
		}
	}
	for _, row := range rows {
		head := "  " + text.PadRight(row[0], wide) + "  "
		if text.Width(row[0]) > wide {
			lines = append(lines, "  "+row[0])
			head = strings.Repeat(" ", wide+4)
		}
		for _, part := range text.Wrap(row[1], whole-wide-4) {
			lines = append(lines, head+part)
			head = strings.Repeat(" ", wide+4)
		}
	}
	return lines
}

// helpCommand shows the help of another command.
func (c *command) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: c.text.Help.Short["help"],
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || about == nil || len(rest) > 0 {
				at := cmd.Root()
				if about != nil {
					at = about
				}
				if len(rest) == 0 {
					rest = args
				}
				return c.subcommand(at, rest)
			}
			return c.help(about)
		},
	}
}

// showHelp is what a command without an act of its own does.
func (c *command) showHelp(cmd *cobra.Command, _ []string) error { return c.help(cmd) }
