package cli

import "strings"

// languages lists the languages as --lang takes them.
func languages() []string { return []string{"zh", "en"} }

// langFlag returns the value of --lang in the arguments of a command. It is looked for before the command line is
// understood, because what is wrong with a command line is told in that language too.
func langFlag(args []string) (value string, given bool) {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if v, found := strings.CutPrefix(arg, "--lang="); found {
			value, given = v, true
		}
		if arg == "--lang" && i+1 < len(args) {
			value, given = args[i+1], true
		}
	}
	return value, given
}
