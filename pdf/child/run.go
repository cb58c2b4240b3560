package child

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"time"
)

// Run starts a child, hands it the request and the body, and waits for its answer, whose data goes into data (a
// pointer, or nil). Errors: *Failure from the handler, the Err values of this package, and the context's.
func Run(ctx context.Context, o Options, request any, body []byte, data any) ([]byte, error) {
	o = o.bounded()
	var in bytes.Buffer
	if err := writeFrame(&in, request, body); err != nil {
		return nil, err
	}
	out, err := run(ctx, o, &in)
	if err != nil {
		return nil, err
	}
	head, rest, err := cutFrame(out)
	if err != nil {
		return nil, wrap(ErrCrashed, err.Error())
	}
	got := answer{Data: data}
	if err := json.Unmarshal(head, &got); err != nil {
		return nil, wrap(ErrCrashed, err.Error())
	}
	if got.Failure != nil {
		return nil, got.Failure
	}
	return rest, nil
}

// run gives what the child wrote.
func run(ctx context.Context, o Options, in *bytes.Buffer) ([]byte, error) {
	limited, cancel := context.WithTimeout(ctx, o.Time)
	defer cancel()
	cmd := exec.CommandContext(limited, o.Exe, o.Args...)
	cmd.Env = o.Env
	if cmd.Env == nil {
		cmd.Env = []string{} // nil would hand over ours, with its secrets
	}
	cmd.Dir = os.TempDir()
	cmd.Stdin = in
	out := &bounded{max: o.Output, over: cancel}
	words := &bounded{max: 16 << 10}
	cmd.Stdout, cmd.Stderr = out, words
	cmd.WaitDelay = time.Second
	apart(cmd)

	// The kernel kills the child when the thread that started it ends: keep the thread for as long as the child lives.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := cmd.Start(); err != nil {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		return nil, wrap(ErrStart, err.Error())
	}
	err := errors.Join(standBack(cmd), cmd.Wait())
	switch {
	case err == nil && !out.full:
		return out.kept.Bytes(), nil
	case ctx.Err() != nil:
		return nil, context.Cause(ctx)
	case out.full:
		return nil, wrap(ErrCost, fmt.Sprintf("the answer has more than %d bytes", o.Output))
	case errors.Is(limited.Err(), context.DeadlineExceeded):
		// A child that was not let on a processor is no sign of a costly document.
		if used := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(); used < o.Time/3 {
			return nil, wrap(ErrBusy, fmt.Sprintf("%v of processor time in %v", used.Round(time.Millisecond), o.Time))
		}
		return nil, wrap(ErrCost, fmt.Sprintf("killed after %v", o.Time))
	}
	return nil, verdict(cmd.ProcessState, err, words.kept.String())
}

// verdict tells why a child ended by itself without an answer.
func verdict(state *os.ProcessState, err error, words string) error {
	if killed(state) || outOfMemory(words) {
		return wrap(ErrCost, firstLine(words, err.Error()))
	}
	return wrap(ErrCrashed, firstLine(words, err.Error()))
}
