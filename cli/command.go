package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"

	"github.com/spf13/cobra"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// command is one run of the command line.
type command struct {
	Program
	output.Printer
	In io.Reader

	by            domain.Caller
	text          *i18n.Text
	dir, operator string // flags
	plain         bool
	begun         bool // the command line was understood
}

func newCommand(p Program, by domain.Caller, text *i18n.Text, in io.Reader, out, err io.Writer) *command {
	return &command{Program: p, Printer: output.Printer{Text: text, Out: out, Err: err}, In: in, by: by, text: text}
}

// execute runs the command that the arguments name.
func (c *command) execute(ctx context.Context, args []string) error {
	root := c.root()
	root.SetArgs(append([]string{}, args...)) // never nil: cobra would read the arguments of the process
	root.SetIn(c.In)
	root.SetOut(c.Out)
	root.SetErr(c.Err)
	cmd, err := root.ExecuteContextC(ctx)
	if err != nil && !c.begun && !isUsage(err) {
		return c.wrong(c.text.Usage.Unreadable, cmd.CommandPath())
	}
	return err
}

func (c *command) root() *cobra.Command {
	var version, help bool // cobra acts on help
	root := &cobra.Command{
		Use: "sealdesk", SilenceErrors: true, SilenceUsage: true, Args: c.subcommand,
		PersistentPreRun: func(*cobra.Command, []string) { c.begun = true },
		RunE: func(cmd *cobra.Command, _ []string) error {
			if version {
				return c.printVersion()
			}
			return c.console(cmd.Context())
		},
	}
	var lang string // read before: see langFlag
	f := root.PersistentFlags()
	f.StringVar(&c.dir, "dir", "", "")
	f.StringVar(&lang, "lang", "", "")
	f.StringVar(&c.operator, "operator", "", "")
	f.BoolVar(&c.plain, "plain", false, "")
	f.BoolVarP(&help, "help", "h", false, "")
	root.Flags().BoolVar(&version, "version", false, "")
	root.AddCommand(
		c.demoCommand(), c.initCommand(), c.serveCommand(), c.sandboxCommand(),
		c.intakeCommand(), c.quarantineCommand(),
		c.importCommand(), c.contractsCommand(), c.contractCommand(), c.downloadCommand(), c.pushCommand(), c.contactCommand(),
		c.templateCommand(), c.keepCommand(), c.reconcileCommand(), c.remindCommand(), c.extendCommand(), c.recallCommand(),
		c.voidCommand(), c.endCommand(), c.confirmCommand(), c.sealCommand(), c.sealFileCommand(), c.verifyCommand(),
		c.verificationsCommand(), c.verificationCommand(), c.reviewsCommand(), c.reviewCommand(),
		c.jobsCommand(), c.auditCommand(), c.operatorCommand(), c.doctorCommand(),
		c.rulesCommand(), c.configCommand(), c.versionCommand(), c.completionCommand(), c.childCommand(),
	)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(c.helpCommand())
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		if err := c.help(cmd); err != nil {
			return // standard output is gone: nothing is left to tell
		}
	})
	root.SetFlagErrorFunc(c.flagError)
	c.describe(root)
	return root
}

// with opens the office, does something and closes it.
func (c *command) with(ctx context.Context, do func(a *app.App, who domain.Caller) error) error {
	dir, err := c.folder()
	if err != nil {
		return err
	}
	s, err := c.Office.Open(ctx, Ask{Dir: dir, Operator: c.operator, By: c.by})
	if err != nil {
		return err
	}
	err = do(s.App, s.By)
	if errClose := s.Close(); err == nil {
		err = errClose
	}
	return err
}

// folder returns the data folder of this run.
func (c *command) folder() (string, error) {
	dir, err := c.Office.Folder(c.dir)
	var path *fs.PathError
	if err != nil && !errors.As(err, &path) {
		err = c.wrong(c.text.Usage.FolderUnknown)
	}
	return dir, err
}

// json prints one document on standard output.
func (c *command) json(v any) error { return c.JSON(v) }

// say prints one line on standard output.
func (c *command) say(sentence string, args ...any) error { return c.Say(sentence, args...) }

// tell prints one line of progress on standard error.
func (c *command) tell(sentence string, args ...any) error { return c.Tell(sentence, args...) }
