package component

import (
	"strings"
	"testing"

	"github.com/charmbracelet/bubbles/key"
	"github.com/muesli/termenv"

	"campus.example/sealdesk/ui/keys"
)

// What cannot be done keeps its place in the line, and is faint.
func TestHintsKeepTheirPlaces(t *testing.T) {
	look := look(termenv.TrueColor)
	h := NewHints(look)
	list := func(off string) []key.Binding {
		return []key.Binding{
			keys.Action{Binding: keys.On("p")}.Say("推送", "", "").Binding, keys.Action{Binding: keys.On("s", "S")}.Say("盖章", "", off).Binding,
			keys.Action{Binding: keys.On("up", "k")}.Say("上", "", "").Binding, keys.Action{Binding: keys.On("1", "2", "3")}.Say("核对", "", "").Binding,
		}
	}
	h.Set(40, list(""))
	on := drawn(40, 1, h.View)
	if got := plain(40, 1, h.View); got != "p 推送  s 盖章  ↑ 上  1–3 核对" {
		t.Errorf("%q", got)
	}
	h.Set(40, list("no right"))
	off := drawn(40, 1, h.View)
	if got := plain(40, 1, h.View); got != "p 推送  s 盖章  ↑ 上  1–3 核对" || on == off || !strings.Contains(off, string(look.Faint)) {
		t.Errorf("%q", off)
	}
	for width, want := range map[int]string{14: "p 推送  s 盖章", 13: "p 推送", 5: "", 0: "", -3: ""} {
		h.Set(width, list(""))
		if got := plain(40, 1, h.View); got != want {
			t.Errorf("%d: %q", width, got)
		}
	}
}
