package examine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"campus.example/sealdesk/pdf/child"
)

// HandlerName is what the child process calls this work.
const HandlerName = "examine"

// Handler is the child's side: what Pages asks for.
func Handler() child.Handler {
	return child.Handler{Do: func(_ context.Context, request json.RawMessage, body []byte) (any, []byte, error) {
		var o Options
		if err := json.Unmarshal(request, &o); err != nil {
			return nil, nil, fmt.Errorf("examine: %w", err)
		}
		result, err := Examine(body, o)
		if err != nil {
			return nil, nil, child.Fail(Name(err), err)
		}
		return result, nil, nil
	}}
}

// Pages examines documents in child processes, one each.
type Pages struct {
	Exe      string        // our own binary
	Args     []string      // the hidden command before the name of the work
	Time     time.Duration // until the child is killed; zero means 5 s
	MaxPages int           // as in Options
	MaxBytes int
}

// Examine looks at a document. Errors about the document wrap one of the Err values of this package; others, of
// package child or of the context, say nothing about it.
func (p Pages) Examine(ctx context.Context, pdf []byte, keywords []string) (Result, error) {
	o := Options{Keywords: keywords, MaxPages: p.MaxPages, MaxBytes: p.MaxBytes}
	if o.MaxBytes <= 0 {
		o.MaxBytes = usualBytes
	}
	switch { // no process is needed to see that
	case len(pdf) == 0:
		return Result{}, ErrEmpty
	case len(pdf) > o.MaxBytes:
		return Result{}, fmt.Errorf("%w: %d bytes", ErrTooBig, len(pdf))
	}
	var result Result
	run := child.Options{Exe: p.Exe, Args: append(append([]string(nil), p.Args...), HandlerName), Time: p.Time}
	_, err := child.Run(ctx, run, o, pdf, &result)
	if err != nil {
		return Result{}, judge(err)
	}
	return result, nil
}

// judge turns the end of a child into an error about the document where it is one.
func judge(err error) error {
	if f, ok := errors.AsType[*child.Failure](err); ok {
		if reason := reasons()[f.Name]; reason != nil {
			return fmt.Errorf("%w: %s", reason, strings.TrimPrefix(f.Text, reason.Error()+": "))
		}
		if f.Name == child.FailurePanic {
			return fmt.Errorf("%w: the reader fell over it: %s", ErrDamaged, f.Text)
		}
	}
	if errors.Is(err, child.ErrCost) {
		return fmt.Errorf("%w: %w", ErrLimits, err)
	}
	return fmt.Errorf("examine: %w", err)
}
