// Package theme turns what a thing means into how it looks on one terminal. A theme belongs to one session: it is
// made from that session's renderer, so that one operator's terminal never decides another's colours.
package theme

import (
	"io"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"campus.example/sealdesk/ui/screen"
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
	Lip   Styles          // the same styles for the components of the library
}

// Styles are the styles of a theme as lipgloss has them, and None for the terminal's own look. All of them hang on one
// renderer of the session.
type Styles struct {
	None, Text, Strong, Dim, Faint, Accent, Title, Edge, Focus, Chosen, Rested, Button, Bar, Good, Warn, Bad lipgloss.Style
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
	m := mixer{r}
	var s Styles
	switch {
	case p == termenv.Ascii:
		s = mixer{attributes()}.plain()
	case p == termenv.ANSI:
		s = m.sixteen(kind)
	case kind == Contrast:
		s = m.contrast()
	case kind == Light:
		s = m.light()
	default:
		s = m.dark()
	}
	s.None = s.Text.UnsetForeground()
	return &Theme{
		Text: sgr(s.Text), Strong: sgr(s.Strong), Dim: sgr(s.Dim), Faint: sgr(s.Faint), Accent: sgr(s.Accent), Title: sgr(s.Title),
		Edge: sgr(s.Edge), Focus: sgr(s.Focus), Chosen: sgr(s.Chosen), Rested: sgr(s.Rested), Button: sgr(s.Button), Bar: sgr(s.Bar),
		Good: sgr(s.Good), Warn: sgr(s.Warn), Bad: sgr(s.Bad),
		Depth: p, Lip: s,
	}
}

// attributes returns a renderer that writes bold and reverse. For a terminal without colours lipgloss drops them
// together with the colours, and with them the cursor of a field. Styles made with it must name no colour.
func attributes() *lipgloss.Renderer {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.ANSI)
	r.SetHasDarkBackground(true)
	return r
}

// sgr returns the parameters of the sequence that a style begins with.
func sgr(s lipgloss.Style) screen.Style {
	before, _, _ := strings.Cut(s.Render("x"), "x")
	before = strings.ReplaceAll(before, "m\x1b[", ";")
	return screen.Style(strings.TrimSuffix(strings.TrimPrefix(before, "\x1b["), "m"))
}

// Color returns the foreground of a style as its theme wrote it, "" when the style has none.
func Color(s lipgloss.Style) string {
	if c, ok := s.GetForeground().(lipgloss.Color); ok {
		return string(c)
	}
	return ""
}
