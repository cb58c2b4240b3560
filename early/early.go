// Package early answers a question before it is asked. The terminal library asks the terminal for its background colour
// when it is loaded, before any of our code runs, and waits up to five seconds where nothing answers, as over a plain
// SSH session; every command would pay that. Packages are initialised in the order of their import paths, so this one is
// a module of its own whose path comes before the library's.
package early

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
