package render

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"campus.example/sealdesk/pdf/child"
)

// The compiled program is machine code that is run as it lies there: its folder belongs to us alone.
const cacheMode = 0o700

// Warm compiles the renderer into the cache folder if that has not been done: some seconds and some hundred megabytes,
// once for each version of the program. It is meant for the background of a start; a picture asked for meanwhile waits.
// Several processes may do it at once.
func (r *Renderer) Warm(ctx context.Context) error {
	if complete(r.compiled()) {
		return nil
	}
	select { // one at a time; a mutex could not be waited for with a context
	case r.turn <- struct{}{}:
		defer func() { <-r.turn }()
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	if complete(r.compiled()) {
		return nil
	}
	if err := r.compile(ctx); err != nil {
		return fmt.Errorf("compile the renderer: %w", err)
	}
	return nil
}

// compile works in a folder of its own, which takes its name when it is complete: half a program is never found.
func (r *Renderer) compile(ctx context.Context) (err error) {
	if err := private(r.options.Cache); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(r.options.Cache, "new-")
	if err != nil {
		return err
	}
	defer func() {
		if e := os.RemoveAll(fresh); err == nil {
			err = e // after the rename there is nothing to remove
		}
	}()
	o := r.child(HandlerWarm)
	o.Time = 2 * time.Minute
	if _, err := child.Run(ctx, o, job{Cache: fresh}, nil, nil); err != nil {
		return err
	}
	if !complete(fresh) {
		return errors.New("nothing was compiled")
	}
	if err := r.forget(); err != nil {
		return err
	}
	if err := os.Rename(fresh, r.compiled()); err != nil && !complete(r.compiled()) {
		return err // otherwise another process was faster
	}
	return r.sweep()
}

// compiled is where the program of this version lies when it is complete.
func (r *Renderer) compiled() string {
	sum := sha256.Sum256([]byte(program()))
	return filepath.Join(r.options.Cache, "pdfium-"+hex.EncodeToString(sum[:8]))
}

// complete tells whether a folder holds a compiled program.
func complete(dir string) bool {
	if check(dir) != nil {
		return false
	}
	files, err := filepath.Glob(filepath.Join(dir, "wazero-*", "*"))
	if err != nil || len(files) != 1 {
		return false
	}
	info, err := os.Stat(files[0])
	return err == nil && info.Size() > 1<<20
}

// forget removes a compiled program that cannot be used.
func (r *Renderer) forget() error { return os.RemoveAll(r.compiled()) }

// sweep removes the programs of other versions.
func (r *Renderer) sweep() error {
	old, err := filepath.Glob(filepath.Join(r.options.Cache, "pdfium-*"))
	if err != nil {
		return err
	}
	for _, dir := range old {
		if dir != r.compiled() {
			if err := os.RemoveAll(dir); err != nil {
				return err
			}
		}
	}
	return nil
}

// private makes the folder and sees that nobody else can put code into it.
func private(dir string) error {
	if err := os.MkdirAll(dir, cacheMode); err != nil {
		return err
	}
	return check(dir)
}

func check(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	switch {
	case !info.IsDir():
		return fmt.Errorf("%s is not a folder", dir)
	case info.Mode().Perm()&0o077 != 0 || !ours(info):
		return fmt.Errorf("others can write to %s; it must be ours alone (mode 0700)", dir)
	}
	return nil
}

// program names what the compiled code depends on.
func program() string {
	parts := []string{runtime.GOOS, runtime.GOARCH, runtime.Version()}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, dep := range info.Deps {
			if strings.HasSuffix(dep.Path, "/go-pdfium") || strings.HasSuffix(dep.Path, "/wazero") {
				parts = append(parts, dep.Path+"@"+dep.Version)
			}
		}
	}
	return strings.Join(parts, " ")
}
