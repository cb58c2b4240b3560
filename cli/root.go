// Package cli is the command line: the same acts a console offers, for scripts and the office's cron jobs.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"sealdesk/app"
	"sealdesk/domain"
	"sealdesk/i18n"
	"sealdesk/text"
)

// World is what a command sees of the machine.
type World struct {
	Args   []string // without the program's name
	Exe    string   // path of this program, to start its own child processes
	In     io.Reader
	Out    io.Writer
	Err    io.Writer
	Getenv func(string) string
	OSUser string
}

// Exit codes, part of the contract with scripts.
const (
	exitDone    = 0
	exitNotSo   = 1 // the thing asked for is not so
	exitUsage   = 2 // wrong usage, unreadable or bad input
	exitMissing = 3 // a component is missing or refuses
)

// exitCode is an answer that has been printed already: only the code is left to give.
type exitCode int

func (e exitCode) Error() string { return fmt.Sprintf("exit %d", int(e)) }

const (
	errNotSo   = exitCode(exitNotSo)
	errMissing = exitCode(exitMissing)
)

// command is one run of the command line.
type command struct {
	World
	dir, lang, operator string
	plain               bool
	begun               bool // the command line was understood
	text                *i18n.Text
}

// Run runs one command and gives its exit code. Errors are one line on standard error.
func Run(ctx context.Context, w World) int {
	c := &command{World: w}
	root := c.root()
	root.SetArgs(w.Args)
	root.SetIn(w.In)
	root.SetOut(w.Out)
	root.SetErr(w.Err)
	err := root.ExecuteContext(ctx)
	if err != nil && (!c.begun || strings.HasPrefix(err.Error(), "required flag")) {
		err = usage(err) // cobra's own complaints: unknown commands and missing flags
	}
	if err == nil {
		return exitDone
	}
	var code exitCode
	if errors.As(err, &code) {
		return int(code)
	}
	if c.text == nil {
		c.text = i18n.For(c.language())
	}
	c.complain(err)
	return exitOf(err)
}

func (c *command) root() *cobra.Command {
	root := &cobra.Command{
		Use: "sealdesk", Short: i18n.For(c.language()).CLI.Short, SilenceErrors: true, SilenceUsage: true,
		PersistentPreRun: func(*cobra.Command, []string) { c.text, c.begun = i18n.For(c.language()), true },
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage(fmt.Errorf("%q; sealdesk --help", args[0]))
			}
			return nil
		},
		RunE: c.console,
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage(fmt.Errorf("%w; %s --help", err, cmd.CommandPath()))
	})
	f := root.PersistentFlags()
	f.StringVar(&c.dir, "dir", "", "data folder (SEALDESK_DIR)")
	f.StringVar(&c.lang, "lang", "", "zh | en (SEALDESK_LANG)")
	f.StringVar(&c.operator, "operator", "", "act as this operator, who must belong to this account")
	f.BoolVar(&c.plain, "plain", false, "line by line, without colour or drawing")
	root.AddCommand(
		c.demoCommand(), c.initCommand(), c.serveCommand(), c.sandboxCommand(),
		c.importCommand(), c.contractsCommand(), c.contractCommand(), c.downloadCommand(), c.pushCommand(), c.contactCommand(),
		c.templateCommand(), c.keepCommand(), c.reconcileCommand(), c.remindCommand(), c.extendCommand(), c.recallCommand(), c.voidCommand(), c.endCommand(),
		c.confirmCommand(), c.sealCommand(), c.sealFileCommand(), c.verifyCommand(), c.verificationsCommand(), c.verificationCommand(), c.reviewsCommand(),
		c.reviewCommand(), c.jobsCommand(), c.auditCommand(), c.operatorCommand(), c.doctorCommand(),
		c.rulesCommand(),
		c.configCommand(), c.versionCommand(), c.childCommand(),
	)
	return root
}

func (c *command) language() string {
	if c.lang != "" {
		return c.lang
	}
	if l := c.Getenv("SEALDESK_LANG"); l != "" {
		return l
	}
	return i18n.Chinese
}

// usageError marks wrong usage.
type usageError struct{ error }

func usage(err error) error { return usageError{err} }

func (e usageError) Unwrap() error { return e.error }

// complain writes one line: what happened and what to do.
func (c *command) complain(err error) {
	sentence := c.sentence(err)
	if _, errWrite := fmt.Fprintln(c.Err, text.Clean(c.text.Fill(c.text.CLI.ErrorPrefix, sentence))); errWrite != nil {
		// Standard error is gone: the exit code still tells.
		return
	}
}

func (c *command) sentence(err error) string {
	var use usageError
	if errors.As(err, &use) || domain.CodeOf(err) == "" {
		return err.Error()
	}
	return c.text.Sentence(err)
}

// exitOf returns the exit code of an error.
func exitOf(err error) int {
	var use usageError
	if errors.As(err, &use) {
		return exitUsage
	}
	code := domain.CodeOf(err)
	switch {
	case code != "":
		return exitsByKind()[code.Kind()]
	case os.IsNotExist(err), errors.Is(err, os.ErrPermission), app.IsUsage(err):
		return exitUsage
	}
	return exitMissing
}

// exitsByKind returns the exit code of every kind of refusal.
func exitsByKind() map[domain.Kind]int {
	return map[domain.Kind]int{
		domain.KindInput: exitUsage, domain.KindTooLarge: exitUsage, domain.KindDocument: exitUsage, domain.KindSettings: exitUsage,
		domain.KindNotFound: exitNotSo, domain.KindState: exitNotSo, domain.KindLimit: exitNotSo, domain.KindSession: exitNotSo,
		domain.KindIntegrity: exitNotSo, domain.KindDifference: exitNotSo,
		domain.KindRight: exitMissing, domain.KindUnavailable: exitMissing, domain.KindComponent: exitMissing, domain.KindInternal: exitMissing,
	}
}

// folder is the data folder of this run.
func (c *command) folder() (string, error) { return app.Folder(c.dir, c.Getenv) }

// office opens the data folder and finds who is speaking.
func (c *command) office(ctx context.Context) (*app.App, domain.Caller, error) {
	dir, err := c.folder()
	if err != nil {
		return nil, domain.Caller{}, err
	}
	a, err := app.Open(ctx, app.Options{Dir: dir, Getenv: c.Getenv, Exe: c.Exe})
	if err != nil {
		return nil, domain.Caller{}, err
	}
	who, err := a.Speaker(ctx, c.operator, c.OSUser)
	if err != nil {
		return nil, domain.Caller{}, errors.Join(err, a.Close())
	}
	return a, who, nil
}

// with opens the office, does something and closes it.
func (c *command) with(ctx context.Context, do func(a *app.App, who domain.Caller) error) error {
	a, who, err := c.office(ctx)
	if err != nil {
		return err
	}
	err = do(a, who)
	if errClose := a.Close(); err == nil {
		err = errClose
	}
	return err
}
