package app

import "sync/atomic"

// hook is a function that is known later than the store is.
type hook struct{ f atomic.Pointer[func()] }

func (h *hook) set(f func()) { h.f.Store(&f) }

func (h *hook) call() {
	if f := h.f.Load(); f != nil {
		(*f)()
	}
}
