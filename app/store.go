package app

import (
	"context"
	"sync/atomic"

	"sealdesk/storage"
	"sealdesk/workflow"
)

// wired lets the store, which does not know the acts, serve them; after an act that committed, the engine of this
// process is woken.
type wired struct {
	*storage.Store
	wake *hook
}

var _ workflow.Store = wired{}

// InTx runs one act.
func (w wired) InTx(ctx context.Context, act func(workflow.Tx) error) error {
	err := w.Store.InTx(ctx, func(tx *storage.Tx) error { return act(tx) })
	if err == nil {
		w.wake.call()
	}
	return err
}

// Read runs one view.
func (w wired) Read(ctx context.Context, view func(workflow.Tx) error) error {
	return w.Store.Read(ctx, func(tx *storage.Tx) error { return view(tx) })
}

// hook is a function that is known later than the store is.
type hook struct{ f atomic.Pointer[func()] }

func (h *hook) set(f func()) { h.f.Store(&f) }

func (h *hook) call() {
	if f := h.f.Load(); f != nil {
		(*f)()
	}
}
