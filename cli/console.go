package cli

import (
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"sealdesk/app"
	"sealdesk/domain"
)

// console is what sealdesk does without a command: the full-screen console on the data folder. Where there is no
// terminal, or somebody wants plain lines, the contracts are listed instead.
func (c *command) console(cmd *cobra.Command, _ []string) error {
	dir, err := c.folder()
	if err != nil {
		return err
	}
	if _, err := app.Settings(dir, c.Getenv); domain.CodeOf(err) == domain.CodeFolderNotThere {
		if errTell := c.tell(c.text.CLI.NoFolder, dir); errTell != nil {
			return errTell
		}
		return exitCode(exitMissing)
	}
	if c.plain || !terminal(c.In) || !terminal(c.Out) {
		list := c.contractsCommand()
		list.SetArgs(nil)
		return list.ExecuteContext(cmd.Context())
	}
	return c.with(cmd.Context(), func(a *app.App, who domain.Caller) error {
		return a.Console(cmd.Context(), app.ConsoleOptions{Caller: who, Text: c.text, In: c.In, Out: c.Out})
	})
}

func terminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
