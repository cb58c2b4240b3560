package component

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"campus.example/sealdesk/ui/screen"
)

// The PIN leaves the field once, and nothing of it stays.
func TestThePINIsForgotten(t *testing.T) {
	var p PIN
	for _, msg := range []tea.KeyMsg{
		runes("9"), runes("246"),
		{Type: tea.KeyHome},
		{Type: tea.KeyDelete},
		runes("1"),
		{Type: tea.KeyRight},
		runes("3"),
		{Type: tea.KeyRight},
		runes("57"),
		{Type: tea.KeyBackspace},
		{Type: tea.KeyEnd},
	} {
		p.Key(msg)
	}
	if p.typed[p.n] != 0 {
		t.Error("a character that was taken back is still there")
	}
	view := func(c *screen.Canvas, r screen.Rect) { p.View(c, r, look(termenv.TrueColor)) }
	if got := plain(20, 1, view); got != "••••••" {
		t.Errorf("%q", got)
	}
	if got := plain(6, 1, view); got != "•••" {
		t.Errorf("%q", got)
	}
	if got := string(p.Take()); got != "123456" && got != "123456"[:len(got)] {
		t.Errorf("%q", got)
	}
	if p != (PIN{}) {
		t.Error("something stays")
	}
}
