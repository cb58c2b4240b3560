package keys

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"

	"campus.example/sealdesk/text"
)

// ID names an action once and for all: tables, words and tests use it.
type ID string

// Action is one thing the operator can do by key. Its binding holds the keys; help, palette and status line take the
// words and whether it can be done now from the binding too, once Say has put them there.
type Action struct {
	ID ID
	key.Binding
	// Hint is the place in the status line, 0 for none; smaller ones come first and stay longest.
	Hint int
	// Move marks what may be done by several characters that arrive at once: moving about, not acting.
	Move bool
	// Many marks an action whose keys mean several things: it needs its key and cannot be called by name.
	Many bool

	// Long is what the action does in a sentence, and Off why it cannot be done now, "" when it can.
	Long, Off string
}

// On is a binding of keys by their names.
func On(names ...string) key.Binding { return key.NewBinding(key.WithKeys(names...)) }

// Say returns the action with its words. Off disables its binding.
func (a Action) Say(name, long, off string) Action {
	a.SetHelp(a.Label(1).String(), text.Clean(name).String())
	a.SetEnabled(off == "")
	a.Long, a.Off = long, off
	return a
}

// Label writes up to n keys of the action.
func (a Action) Label(n int) text.Safe {
	names := a.Keys()
	if last := len(names) - 1; last > 1 && names[0] == "1" && len(names[last]) == 1 {
		return text.Clean("1–" + names[last])
	}
	label := ""
	for i, k := range names[:min(n, len(names))] {
		if i > 0 {
			label += " "
		}
		label += Shown(k)
	}
	return text.Clean(label)
}

// Table is the actions of one scope, in the order help shows them.
type Table []Action

// Find returns the action of a key by the name that Name gave it. It is not key.Matches, which would compare the key as
// the terminal sent it, full-width and pasted ones too, and passes disabled bindings over: those have to say why.
func (t Table) Find(name string) (Action, bool) {
	for _, a := range t {
		if slices.Contains(a.Keys(), name) {
			return a, true
		}
	}
	return Action{}, false
}

// Clashes lists keys that stand in the table twice.
func (t Table) Clashes() []string {
	seen := map[string]bool{}
	var twice []string
	for _, a := range t {
		for _, k := range a.Keys() {
			if seen[k] {
				twice = append(twice, k)
			}
			seen[k] = true
		}
	}
	return twice
}

// Actions every page answers.
const (
	Help     ID = "help"
	Palette  ID = "palette"
	Filter   ID = "filter"
	Refresh  ID = "refresh"
	Redraw   ID = "redraw"
	Leave    ID = "leave"
	Back     ID = "back"
	Pipeline ID = "page.pipeline"
	Verify   ID = "page.verification"
	Review   ID = "page.review"
	Sealing  ID = "page.sealing"
)

// Global is the table of the console itself. A page's own table goes before it.
func Global() Table {
	return Table{
		{ID: Help, Binding: On("?", "f1"), Hint: 6},
		{ID: Palette, Binding: On(":", "ctrl+p"), Hint: 9},
		{ID: Pipeline, Binding: On("1")},
		{ID: Verify, Binding: On("2")},
		{ID: Review, Binding: On("3")},
		{ID: Sealing, Binding: On("4")},
		{ID: Refresh, Binding: On("ctrl+r")},
		{ID: Redraw, Binding: On("ctrl+l")},
		{ID: Back, Binding: On("esc")},
		{ID: Leave, Binding: On("q")},
	}
}

// Moves of a list.
const (
	Up       ID = "up"
	Down     ID = "down"
	PageUp   ID = "page_up"
	PageDown ID = "page_down"
	First    ID = "first"
	Last     ID = "last"
)

// Lists is the table of moving through a list.
func Lists() Table {
	return Table{
		{ID: Up, Binding: On("up", "k"), Move: true},
		{ID: Down, Binding: On("down", "j"), Move: true},
		{ID: PageUp, Binding: On("pgup", "ctrl+u"), Move: true},
		{ID: PageDown, Binding: On("pgdown", "ctrl+d"), Move: true},
		{ID: First, Binding: On("home", "g"), Move: true},
		{ID: Last, Binding: On("end", "G"), Move: true},
	}
}
