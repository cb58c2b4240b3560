package i18n

// Help holds what the command line says about itself.
type Help struct {
	Usage    string // heading of the forms of a command
	Options  string // stands for the flags in a form
	Command  string // stands for the command in a form
	Commands string // heading
	Flags    string // heading
	Global   string // heading of the flags every command takes
	More     string // {0} command: how to see the help of one of its commands
	Default  string // {0} value a flag has without being given
	Stages   string // {0} the stages: their codes and words
	Version  string // {0} version, {1} revision, {2} Go, {3} platform
	// Short holds one line about each command, by its path: "operator add"; the program itself has "".
	Short map[string]string
	// Flag holds the text of each flag, by its command and name: "contracts stage". Flags of several commands that say the
	// same stand by their name alone. The name of the value stands between backquotes.
	Flag map[string]string
}

// FlagText returns the text of a command's flag, or "" where there is none.
func (h Help) FlagText(command, flag string) string {
	if s, found := h.Flag[command+" "+flag]; found {
		return s
	}
	return h.Flag[flag]
}
