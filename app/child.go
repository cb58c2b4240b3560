package app

import (
	"context"
	"io"
	"maps"

	"campus.example/sealdesk/pdf/child"
	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/pdf/render"
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
