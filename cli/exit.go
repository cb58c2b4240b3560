package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
)

// Exit codes, part of the contract with scripts.
const (
	exitDone    = 0
	exitNotSo   = 1 // the thing asked for is not so
	exitUsage   = 2 // wrong usage, unreadable or bad input
	exitMissing = 3 // a component is missing or refuses
)

// exitCode is an answer that has been printed already: only the code is left.
type exitCode int

func (e exitCode) Error() string { return fmt.Sprintf("exit %d", int(e)) }

const (
	errNotSo   = exitCode(exitNotSo)
	errMissing = exitCode(exitMissing)
)

// answer prints the error line and returns the exit code.
func (c *command) answer(err error) int {
	if err == nil {
		return exitDone
	}
	var code exitCode
	if errors.As(err, &code) {
		return int(code)
	}
	if errWrite := c.Complain(c.sentence(err)); errWrite != nil {
		return exitOf(err) // standard error is gone: the exit code is left
	}
	return exitOf(err)
}

// sentence returns what the error line says.
func (c *command) sentence(err error) string {
	var use usageError
	var told output.Told
	var count countError
	var path *fs.PathError
	switch {
	case errors.As(err, &told):
	case errors.As(err, &count):
		return c.count(count)
	case errors.As(err, &use) && domain.CodeOf(err) == "" && !errors.As(err, &path):
		return use.Error()
	}
	return output.Sentence(c.text, err)
}

// exitOf returns the exit code of an error.
func exitOf(err error) int {
	code := domain.CodeOf(err)
	switch {
	case isUsage(err):
		return exitUsage
	case code != "":
		return exitsByKind()[code.Kind()]
	case app.IsUsage(err), errors.Is(err, syscall.EISDIR):
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

// usageError marks wrong usage.
type usageError struct{ error }

func usage(err error) error { return usageError{err} }

func (e usageError) Unwrap() error { return e.error }

func isUsage(err error) bool {
	var use usageError
	return errors.As(err, &use)
}

// wrong returns wrong usage with a sentence of the run's language.
func (c *command) wrong(sentence string, args ...any) error {
	return usage(output.Told{Sentence: c.text.Fill(sentence, args...)})
}

// notValue returns wrong usage: a flag or argument with a value that is none of those it takes.
func (c *command) notValue(name, value string, values ...string) error {
	return c.wrong(c.text.Usage.Value, name, value, c.listed(values))
}

// listed returns words as a list of the language.
func (c *command) listed(words []string) string { return strings.Join(words, c.text.Output.Listed) }
