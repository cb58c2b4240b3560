package ui

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// resized tells of each change of the terminal's size from now on, until the context ends. Bubbletea listens too, but
// only some time after the first frame: a terminal that is made larger as it opens would stay half empty.
func resized(ctx context.Context) <-chan os.Signal {
	changes := make(chan os.Signal, 1)
	signal.Notify(changes, syscall.SIGWINCH)
	context.AfterFunc(ctx, func() { signal.Stop(changes) })
	return changes
}
