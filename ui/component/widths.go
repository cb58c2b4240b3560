package component

import (
	"github.com/mattn/go-runewidth"

	_ "campus.example/sealdesk/ui/internal/narrow" // before the libraries ask the environment for widths
)

// The textarea of the library measures with the default condition of go-runewidth, which follows the locale: in zh_CN it
// counts "…" and curly quotes as two cells, as no terminal's layout expects. It is set before anything is measured and
// never again, so that no session can see it change.
func init() { runewidth.DefaultCondition.EastAsianWidth = false }
