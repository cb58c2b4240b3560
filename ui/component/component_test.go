package component

import (
	"io"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/ui/theme"
)

// look is a theme of a session of its own.
func look(depth termenv.Profile) *theme.Theme {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(depth)
	r.SetHasDarkBackground(true)
	return theme.New(r, theme.Dark)
}

func runes(s string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)} }

// drawn is what a component draws into w by h cells.
func drawn(w, h int, view func(c *screen.Canvas, r screen.Rect)) string {
	c := screen.New(w, h)
	view(c, c.Bounds())
	return c.String()
}

// plain is what of it can be read.
func plain(w, h int, view func(c *screen.Canvas, r screen.Rect)) string {
	lines := strings.Split(ansi.Strip(drawn(w, h, view)), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}
