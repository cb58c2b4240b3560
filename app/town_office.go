//go:build office

package app

// announce does nothing: a program built for an office has no stand-ins to announce its address to.
func (a *App) announce(string) error { return nil }
