// Package background states that the terminal's background is dark. The terminal library asks the terminal for its
// colour when it is loaded, before any of our code runs, and waits up to five seconds where nothing answers, as over a
// plain SSH session; every command would pay that. Packages are initialised in the order of their import paths, and the
// path of this module comes before the library's: see docs/decisions/module-path.md.
package background

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
