// Package theme turns what a thing means into how it looks on one terminal. A theme belongs to one session: it is
// made from that session's renderer, so that one operator's terminal never decides another's colours.
package theme

import (
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"sealdesk/ui/screen"
)

// Theme holds a style per meaning. Status never hangs on colour alone: a glyph and a word stand beside it.
type Theme struct {
	Text   screen.Style // ordinary words
	Strong screen.Style // what the eye should find first
	Dim    screen.Style // labels and what matters less
	Faint  screen.Style // rules, empty places
	Accent screen.Style // the one accent: where one is
	Title  screen.Style // the accent, bold
	Edge   screen.Style // the border of a pane
	Focus  screen.Style // the border of the pane that has the keys
	Chosen screen.Style // laid over the row under the cursor
	Rested screen.Style // laid over the cursor's row in a pane without the keys
	Button screen.Style // laid over the chosen button
	Bar    screen.Style // laid over header and status line
	Good   screen.Style
	Warn   screen.Style
	Bad    screen.Style

	Depth termenv.Profile // how many colours pictures may have
}

// Kind names a theme.
type Kind string

// The themes.
const (
	Auto     Kind = "" // dark or light, by what the renderer knows of the background
	Dark     Kind = "dark"
	Light    Kind = "light"
	Contrast Kind = "contrast"
)

// New makes a theme for what the renderer's terminal can show.
func New(r *lipgloss.Renderer, kind Kind) *Theme {
	p := r.ColorProfile()
	if kind == Auto {
		kind = Light
		if r.HasDarkBackground() {
			kind = Dark
		}
	}
	m := mixer{p}
	var t *Theme
	switch {
	case p == termenv.Ascii:
		t = plain()
	case p == termenv.ANSI:
		t = m.sixteen(kind)
	case kind == Contrast:
		t = m.contrast()
	case kind == Light:
		t = m.light()
	default:
		t = m.dark()
	}
	t.Depth = p
	return t
}

// mixer makes styles for a number of colours.
type mixer struct{ profile termenv.Profile }

func (m mixer) fg(color string) screen.Style {
	return screen.Style(m.profile.Color(color).Sequence(false))
}

func (m mixer) bg(color string) screen.Style {
	return screen.Style(m.profile.Color(color).Sequence(true))
}

const (
	bold      screen.Style = "1"
	faint     screen.Style = "2"
	underline screen.Style = "4"
	reverse   screen.Style = "7"
)
