// Package child does work on bytes of strangers in a process of its own: our own binary, started again with a hidden
// command, with little memory, little time, no environment and nothing open but three pipes. Whatever a document does
// to its reader, it does it there.
//
// The parent calls Run; the hidden command calls Main. One child serves one request and ends.
package child

import (
	"errors"
	"fmt"
	"time"
)

// Why a child gave no answer. None of these says anything about the document but ErrCost and ErrCrashed.
var (
	ErrStart   = errors.New("the child process cannot be started")
	ErrCost    = errors.New("the work took more time or memory than it may")
	ErrBusy    = errors.New("the machine was too busy for the child process")
	ErrCrashed = errors.New("the child process ended without an answer")
)

// Failure is the answer of a handler that could not do what was asked.
type Failure struct {
	Name string `json:"name"` // what kind, for programs
	Text string `json:"text"` // what happened, for the log; may quote the document
}

func (f *Failure) Error() string { return f.Name + ": " + f.Text }

// Fail makes a Failure of an error.
func Fail(name string, cause error) *Failure { return &Failure{Name: name, Text: cause.Error()} }

// Limits are what a child may use.
type Limits struct {
	Data int64         // bytes of memory it may write to; zero is no limit
	CPU  time.Duration // processor time, rounded up to seconds; zero is no limit
	File int64         // bytes of the largest file it may write; zero is none at all
}

// DefaultLimits are for work on bytes of strangers: no files, half a gigabyte, ten seconds. The limit is on data, not
// on address space, which Go reserves generously.
func DefaultLimits() Limits { return Limits{Data: 512 << 20, CPU: 10 * time.Second} }

// Options say how a child is run.
type Options struct {
	Exe  string   // our own binary
	Args []string // the hidden command and the name of the handler
	Env  []string // its whole environment; normally empty
	// Time is when the child is killed; zero means 5 s.
	Time time.Duration
	// Output is the most bytes it may answer; zero means 64 MiB.
	Output int64
}

func (o Options) bounded() Options {
	if o.Time <= 0 {
		o.Time = 5 * time.Second
	}
	if o.Output <= 0 {
		o.Output = 64 << 20
	}
	return o
}

// answer is the head of what a child writes.
type answer struct {
	Failure *Failure `json:"failure,omitempty"`
	Data    any      `json:"data,omitempty"`
}

func wrap(kind error, detail string) error {
	if detail == "" {
		return kind
	}
	return fmt.Errorf("%w: %s", kind, detail)
}
