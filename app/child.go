package app

import (
	"context"
	"io"
	"maps"

	"sealdesk/pdf/child"
	"sealdesk/pdf/examine"
	"sealdesk/pdf/render"
)

// The hidden command and its names: work on strangers' bytes, in a process of its own.
const (
	ChildCommand = "pdf-child"
	ChildVerify  = "verify"
)

// Child is the child process's side.
func Child(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	handlers := map[string]child.Handler{
		examine.HandlerName: examine.Handler(),
		ChildVerify:         {Do: verifyInChild},
		ChildFind:           {Do: findInChild},
	}
	maps.Copy(handlers, render.Handlers())
	return child.Main(ctx, args, in, out, errs, handlers)
}
