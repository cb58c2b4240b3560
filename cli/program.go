// Package cli is the command line: the same acts a console offers, for scripts and the office's cron jobs.
package cli

import (
	"context"
	"io"
	"time"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// Program is what commands need besides their arguments and streams. It is made once; a command reads neither working
// directory nor environment nor standard streams by itself.
type Program struct {
	Exe      string // path of this program, to start its child processes; "" when unknown
	Lang     string // language of a run without --lang; "" for Chinese
	OSUser   string // account of the machine, which a new office ties to its first operator
	Office   Office
	Files    Files
	Terminal Terminal
	Getenv   func(string) string // values that override the settings of the office
	Now      func() time.Time
}

// Office finds and opens the office that commands work in.
type Office interface {
	// Folder returns the absolute path of the data folder that --dir names, of the usual one for "".
	Folder(named string) (string, error)
	// Open opens the office and settles who speaks. Errors: those of app.Open and app.App.Speaker.
	Open(ctx context.Context, ask Ask) (Session, error)
}

// Ask is what a command line says about its office and its operator.
type Ask struct {
	Dir      string        // the data folder, as Folder returned it
	Operator string        // --operator, "" when it was not given
	By       domain.Caller // the caller of Command; zero when the machine's account decides
}

// Session is an open office and the caller who speaks in it. Close ends it.
type Session struct {
	App   *app.App
	By    domain.Caller
	Close func() error
}

// Files opens the files that arguments name. The name - never comes here: it stands for the streams of the command.
type Files interface {
	// Open opens a file to read. The error names the file as the argument does.
	Open(name string) (io.ReadCloser, error)
	// Write writes a file in one step: a reader sees the old content or the whole new one.
	Write(name string, content []byte) error
	// Make makes a folder that only this account reads, unless it is there.
	Make(folder string) error
	// Folder returns the absolute path of a folder, of a new temporary one for "".
	Folder(name string) (string, error)
}

// Terminal deals with streams that may be terminals.
type Terminal interface {
	// Is reports whether the stream is a terminal.
	Is(stream any) bool
	// Secret reads one line from a terminal without echo.
	Secret(in io.Reader) ([]byte, error)
}

// Command runs one command for a caller and returns its exit code. A zero caller is settled by the Office. Results go to
// out, errors as one line to err.
func (p Program) Command(ctx context.Context, by domain.Caller, args []string, in io.Reader, out, err io.Writer) int {
	text, known := p.language(args)
	c := newCommand(p, by, text, in, out, err)
	if known != "" {
		return c.answer(c.wrong(text.Usage.Language, known, c.listed(languages())))
	}
	return c.answer(c.execute(ctx, args))
}

// language returns the sentences of the run's language. Unknown is the name of a language there is not; the sentences are
// then those of the language the program would speak by itself.
func (p Program) language(args []string) (text *i18n.Text, unknown string) {
	own, known := i18n.Chinese, true
	if p.Lang != "" {
		own, known = i18n.Language(p.Lang)
	}
	name, given := langFlag(args)
	switch {
	case given:
		if lang, found := i18n.Language(name); found {
			return i18n.For(lang), ""
		}
		return i18n.For(own), name
	case !known:
		return i18n.For(i18n.Chinese), p.Lang
	}
	return i18n.For(own), ""
}
