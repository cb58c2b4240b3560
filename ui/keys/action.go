package keys

// ID names an action once and for all: tables, words and tests use it.
type ID string

// Action is one thing the operator can do by key.
type Action struct {
	ID   ID
	Keys []string
	// Hint is the place in the status line, 0 for none; smaller ones come first and stay longest.
	Hint int
	// Move marks what may be done by several characters that arrive at once: moving about, not acting.
	Move bool
	// Many marks an action whose keys mean several things: it needs its key and cannot be called by name.
	Many bool
}

// Table is the actions of one scope, in the order help shows them.
type Table []Action

// Find gives the action of a key.
func (t Table) Find(key string) (Action, bool) {
	for _, a := range t {
		for _, k := range a.Keys {
			if k == key {
				return a, true
			}
		}
	}
	return Action{}, false
}

// Clashes lists keys that stand in the table twice.
func (t Table) Clashes() []string {
	seen := map[string]bool{}
	var twice []string
	for _, a := range t {
		for _, k := range a.Keys {
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
		{ID: Help, Keys: []string{"?", "f1"}, Hint: 6},
		{ID: Palette, Keys: []string{":", "ctrl+p"}, Hint: 9},
		{ID: Pipeline, Keys: []string{"1"}},
		{ID: Verify, Keys: []string{"2"}},
		{ID: Review, Keys: []string{"3"}},
		{ID: Sealing, Keys: []string{"4"}},
		{ID: Refresh, Keys: []string{"ctrl+r"}},
		{ID: Redraw, Keys: []string{"ctrl+l"}},
		{ID: Back, Keys: []string{"esc"}},
		{ID: Leave, Keys: []string{"q"}},
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
		{ID: Up, Keys: []string{"up", "k"}, Move: true},
		{ID: Down, Keys: []string{"down", "j"}, Move: true},
		{ID: PageUp, Keys: []string{"pgup", "ctrl+u"}, Move: true},
		{ID: PageDown, Keys: []string{"pgdown", "ctrl+d"}, Move: true},
		{ID: First, Keys: []string{"home", "g"}, Move: true},
		{ID: Last, Keys: []string{"end", "G"}, Move: true},
	}
}
