package cli

import (
	"context"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

// console is what sealdesk does without a command: the full-screen console on the data folder. Without a terminal, or
// with --plain, the contracts are listed instead.
func (c *command) console(ctx context.Context) error {
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
	if c.plain || !c.Terminal.Is(c.In) || !c.Terminal.Is(c.Out) {
		return c.listContracts(ctx, app.ContractFilter{}, false)
	}
	return c.with(ctx, func(a *app.App, who domain.Caller) error {
		return a.Console(ctx, app.ConsoleOptions{Caller: who, Text: c.text, In: c.In, Out: c.Out})
	})
}
