//go:build !unix

package ui

import (
	"context"
	"os"
)

// resized never tells: this system has no signal for it.
func resized(context.Context) <-chan os.Signal { return nil }
