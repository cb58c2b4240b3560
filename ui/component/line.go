package component

import (
	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/ui/theme"
)

// maxLine is more than any filter, number or name has.
const maxLine = 128

// Line is one line of input: a filter, a word of a palette, a field of a form. The PIN has a field of its own.
type Line struct{ in textinput.Model }

// NewLine returns an empty line that has the cursor.
func NewLine(t *theme.Theme) Line {
	in := textinput.New()
	in.Prompt, in.CharLimit = "", maxLine
	in.KeyMap = lineKeys()
	in.TextStyle, in.PromptStyle, in.PlaceholderStyle, in.CompletionStyle = t.Lip.Text, t.Lip.Dim, t.Lip.Dim, t.Lip.Dim
	in.Cursor.Style, in.Cursor.TextStyle = t.Lip.Accent, t.Lip.Text
	in.Cursor.SetMode(cursor.CursorStatic)
	in.Focus()
	return Line{in}
}

// lineKeys are the keys of a line. The library's own table is a variable of the process, and it pastes: see the
// package's comment.
func lineKeys() textinput.KeyMap {
	on := func(names ...string) key.Binding { return key.NewBinding(key.WithKeys(names...)) }
	return textinput.KeyMap{
		CharacterForward: on("right", "ctrl+f"), CharacterBackward: on("left", "ctrl+b"),
		WordForward: on("ctrl+right"), WordBackward: on("ctrl+left"),
		LineStart: on("home", "ctrl+a"), LineEnd: on("end", "ctrl+e"),
		DeleteCharacterBackward: on("backspace", "ctrl+h"), DeleteCharacterForward: on("delete"),
		DeleteWordBackward: on("ctrl+w"), DeleteBeforeCursor: on("ctrl+u"), DeleteAfterCursor: on("ctrl+k"),
		Paste: key.NewBinding(key.WithDisabled()),
	}
}

// Value is what was typed.
func (l *Line) Value() string { return l.in.Value() }

// Set replaces what was typed.
func (l *Line) Set(s string) {
	l.in.SetValue(text.Clean(s).String())
	l.in.CursorEnd()
}

// Focus shows the cursor or hides it.
func (l *Line) Focus(on bool) {
	if l.in.Blur(); on {
		l.in.Focus()
	}
}

// Key edits; it reports whether the input changed. No command of the component is run: the only ones it has blink its
// cursor and read a clipboard.
func (l *Line) Key(msg tea.KeyMsg) bool {
	msg, ok := typed(msg)
	if !ok {
		return false
	}
	before := l.in.Value()
	l.in, _ = l.in.Update(msg)
	return l.in.Value() != before
}

// typed makes a key safe for an input of the library, and reports whether the input may have it. Alt combinations are
// what a terminal's late replies look like. Characters are cleaned, and marked as pasted: the library matches its keys by
// name, and would take the letters of "home", arriving in one message, for the key.
func typed(msg tea.KeyMsg) (tea.KeyMsg, bool) {
	if msg.Alt {
		return msg, false
	}
	if msg.Type == tea.KeyRunes {
		msg.Runes = []rune(text.Clean(string(msg.Runes)).String())
		msg.Paste = true
		return msg, len(msg.Runes) > 0
	}
	return msg, true
}

// View draws the line into the first row of r. Input longer than the place shows its part at the cursor: that part is
// cut here, since the component would measure with the locale.
func (l *Line) View(c *screen.Canvas, r screen.Rect) {
	before := []rune(l.in.Value())[:l.in.Position()]
	left := 0
	for text.Width(string(before)) > r.W-3 && len(before) > 0 {
		left += text.Width(string(before[:1]))
		before = before[1:]
	}
	view := l.in.View()
	if left > 0 {
		view = ansi.Cut(view, left, left+r.W)
	}
	c.Paste(screen.Rect{X: r.X, Y: r.Y, W: r.W, H: min(1, r.H)}, view)
}
