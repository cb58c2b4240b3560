package app

import (
	"context"
	"io"

	"sealdesk/pdf/child"
	"sealdesk/pdf/examine"
)

// The hidden command and its names: work on strangers' bytes, in a process of its own.
const (
	ChildCommand = "pdf-child"
	ChildVerify  = "verify"
)

// Child is the child process's side.
func Child(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	return child.Main(ctx, args, in, out, errs, map[string]child.Handler{
		examine.HandlerName: examine.Handler(),
		ChildVerify:         {Do: verifyInChild},
	})
}
