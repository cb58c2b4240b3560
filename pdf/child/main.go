package child

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
)

// Handler is one kind of work. Request is the JSON of the parent; data becomes the JSON of the answer.
type Handler struct {
	Do func(ctx context.Context, request json.RawMessage, body []byte) (data any, out []byte, err error)
	// Limits are set before the first byte is read; nil means DefaultLimits.
	Limits *Limits
}

// The exit codes of Main.
const (
	exitDone  = 0
	exitUsage = 2
	exitBad   = 3
)

// Main serves one request: args are the name of the handler, in and out the pipes of the parent. It sets the limits of
// the whole process, so it belongs into a process that does nothing else.
func Main(ctx context.Context, args []string, in io.Reader, out, errs io.Writer, handlers map[string]Handler) int {
	complain := func(code int, err error) int {
		fmt.Fprintln(errs, err) //nolint:errcheck // nobody is left to tell
		return code
	}
	if len(args) != 1 {
		return complain(exitUsage, errors.New("one name is wanted; this command is for the program itself"))
	}
	h, ok := handlers[args[0]]
	if !ok {
		return complain(exitUsage, fmt.Errorf("nothing is called %q", args[0]))
	}
	limits := DefaultLimits()
	if h.Limits != nil {
		limits = *h.Limits
	}
	if err := restrict(limits); err != nil {
		return complain(exitBad, fmt.Errorf("limits: %w", err))
	}
	if limits.Data > 0 {
		debug.SetMemoryLimit(limits.Data / 4 * 3) // collect in time rather than die
	}
	frame, err := io.ReadAll(in)
	if err != nil {
		return complain(exitBad, fmt.Errorf("read request: %w", err))
	}
	request, body, err := cutFrame(frame)
	if err != nil {
		return complain(exitBad, fmt.Errorf("read request: %w", err))
	}
	var a answer
	data, rest, err := guarded(ctx, h, request, body)
	if err != nil {
		a.Failure, rest = failure(err), nil
	} else {
		a.Data = data
	}
	if err := writeFrame(out, a, rest); err != nil {
		return complain(exitBad, err)
	}
	return exitDone
}

// FailurePanic is the name of the failure of a handler that panicked, FailureOther that of an error without a name.
const (
	FailurePanic = "panic"
	FailureOther = "other"
)

func failure(err error) *Failure {
	if f, ok := errors.AsType[*Failure](err); ok {
		return f
	}
	return Fail(FailureOther, err)
}

// guarded turns a panic into a failure: the parent learns what it was.
func guarded(ctx context.Context, h Handler, request json.RawMessage, body []byte) (data any, out []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &Failure{Name: FailurePanic, Text: fmt.Sprint(r)}
		}
	}()
	return h.Do(ctx, request, body)
}
