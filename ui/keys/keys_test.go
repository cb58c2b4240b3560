package keys

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

func runes(s string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)} }

func TestNames(t *testing.T) {
	for want, msg := range map[string]tea.KeyMsg{
		"p": runes("p"), "?": runes("？"), ":": runes("："), "/": runes("／"), "[": runes("【"), "*": runes("＊"),
		"space": {Type: tea.KeySpace, Runes: []rune(" ")}, "enter": {Type: tea.KeyEnter}, "ctrl+r": {Type: tea.KeyCtrlR},
		"shift+tab": {Type: tea.KeyShiftTab}, "pgdown": {Type: tea.KeyPgDown},
	} {
		if got := Name(msg); got != want {
			t.Errorf("%v is %q, want %q", msg, got, want)
		}
	}
}

// What a terminal answers late, what is pasted and what an input method composes is no key.
func TestWhatIsNoKey(t *testing.T) {
	pasted := runes("y")
	pasted.Paste = true
	alt := runes("_")
	alt.Alt = true
	for _, msg := range []tea.KeyMsg{pasted, alt, runes("Gi=31;OK"), runes("签署")} {
		if got := Name(msg); got != "" {
			t.Errorf("%v is %q", msg, got)
		}
	}
}

func TestNoClashes(t *testing.T) {
	if twice := append(Global(), Lists()...).Clashes(); len(twice) > 0 {
		t.Error(twice)
	}
}

// A disabled action is found by its key all the same, and has its reason; full-width twins are folded before the table is
// asked.
func TestADisabledActionIsFound(t *testing.T) {
	table := Table{Action{ID: Filter, Binding: On("/", "f3")}.Say("filter", "narrows the list", "nothing to narrow")}
	a, ok := table.Find(Name(runes("／")))
	if !ok || a.ID != Filter || a.Enabled() || a.Off != "nothing to narrow" || a.Help().Key != "/" || a.Help().Desc != "filter" {
		t.Errorf("%v %+v", ok, a)
	}
	if got := a.Label(2).String(); got != "/ f3" {
		t.Errorf("%q", got)
	}
	pasted := runes("/")
	pasted.Paste = true
	if _, ok := table.Find(Name(pasted)); ok {
		t.Error("a pasted character is a key")
	}
}
