package component

import (
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textarea"
	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/ui/theme"
)

// maxArea is how many characters a reason may have.
const maxArea = 500

// Area is a few lines of prose, for reasons. It wraps and has no line breaks of its own: a reason is one paragraph in the
// record, in a notice and on the command line, and enter confirms here as in every other dialog.
type Area struct {
	in   textarea.Model
	view string // as it was drawn after the last change
}

// NewArea returns an empty area that has the cursor.
func NewArea(t *theme.Theme) *Area {
	in := textarea.New()
	in.Prompt, in.ShowLineNumbers = "", false
	in.KeyMap = areaKeys()
	in.FocusedStyle, in.BlurredStyle = areaStyle(t), areaStyle(t)
	in.Cursor.Style, in.Cursor.TextStyle = t.Lip.Accent, t.Lip.Text
	in.Cursor.SetMode(cursor.CursorStatic)
	a := &Area{in: in}
	a.Focus(true)
	return a
}

func areaStyle(t *theme.Theme) textarea.Style {
	s := t.Lip
	return textarea.Style{
		Base: s.Text, CursorLine: s.Text, CursorLineNumber: s.Dim, EndOfBuffer: s.Text, LineNumber: s.Dim,
		Placeholder: s.Dim, Prompt: s.Dim, Text: s.Text,
	}
}

func areaKeys() textarea.KeyMap {
	on := func(names ...string) key.Binding { return key.NewBinding(key.WithKeys(names...)) }
	off := key.NewBinding(key.WithDisabled())
	return textarea.KeyMap{
		CharacterForward: on("right", "ctrl+f"), CharacterBackward: on("left", "ctrl+b"),
		LinePrevious: on("up"), LineNext: on("down"), LineStart: on("home", "ctrl+a"), LineEnd: on("end", "ctrl+e"),
		DeleteCharacterBackward: on("backspace", "ctrl+h"), DeleteCharacterForward: on("delete"),
		DeleteWordBackward: on("ctrl+w"), DeleteBeforeCursor: on("ctrl+u"), DeleteAfterCursor: on("ctrl+k"),
		InsertNewline: off, Paste: off,
	}
}

// Value is what was typed.
func (a *Area) Value() string { return a.in.Value() }

// Set replaces what was typed.
func (a *Area) Set(s string) {
	a.in.SetValue(text.Clean(s).String())
	a.draw()
}

// Focus shows the cursor or hides it.
func (a *Area) Focus(on bool) {
	if a.in.Blur(); on {
		a.in.Focus()
	}
	a.draw()
}

// Resize gives the area its place.
func (a *Area) Resize(w, h int) {
	a.in.SetWidth(max(1, w))
	a.in.SetHeight(max(1, h))
	a.draw()
}

// Key edits; it reports whether the input changed. What would make it too long is left out.
func (a *Area) Key(msg tea.KeyMsg) bool {
	msg, ok := typed(msg)
	if !ok {
		return false
	}
	before := a.in.Value()
	if room := maxArea - utf8.RuneCountInString(before); len(msg.Runes) > room {
		msg.Runes = msg.Runes[:max(0, room)]
	}
	a.in, _ = a.in.Update(msg)
	a.draw()
	return a.in.Value() != before
}

// First and Last report whether the cursor stands in the first or last row: up and down leave the area from there.
func (a *Area) First() bool { return a.in.Line() == 0 && a.in.LineInfo().RowOffset == 0 }

// Last reports whether the cursor stands in the last row.
func (a *Area) Last() bool {
	at := a.in.LineInfo()
	return a.in.Line() == a.in.LineCount()-1 && at.RowOffset >= at.Height-1
}

// draw draws now, since the component writes its own state when it does.
func (a *Area) draw() { a.view = a.in.View() }

// View puts the area into r.
func (a *Area) View(c *screen.Canvas, r screen.Rect) { c.Paste(r, a.view) }
