package component

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"testing"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textarea"
	"github.com/charmbracelet/bubbles/viewport"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/ui/theme"
)

// styled lists the components that hold styles of the library.
func styled(t *theme.Theme) map[string]any {
	line, pane, hints, spinner := NewLine(t), NewPane(t), NewHints(t), NewSpinner(t)
	return map[string]any{"line": line, "area": *NewArea(t), "pane": pane, "hints": hints, "bar": NewBar(t), "spinner": spinner}
}

// Every style of every component hangs on the renderer of the session, those the component does not draw with today too.
// Two have none and style nothing: a deprecated field that is not read, and one inside the textarea.
func TestStylesHangOnTheSession(t *testing.T) {
	look := look(termenv.TrueColor)
	ours := reflect.ValueOf(look.Lip.Text).FieldByName("r").Pointer()
	none := []string{"line.in.CursorStyle", "area.in.viewport.Style"}
	found := 0
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		if v.Type() == reflect.TypeFor[lipgloss.Style]() {
			found++
			if got := v.FieldByName("r"); got.IsNil() && !slices.Contains(none, path) || !got.IsNil() && got.Pointer() != ours {
				t.Errorf("%s hangs on another renderer", path)
			}
			return
		}
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				walk(path+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Pointer:
			switch v.Type() {
			case reflect.TypeFor[*textarea.Style](), reflect.TypeFor[*viewport.Model]():
				walk(path, v.Elem())
			}
		default:
		}
	}
	for name, c := range styled(look) {
		walk(name, reflect.ValueOf(c))
	}
	if found < 20 {
		t.Errorf("only %d styles found", found)
	}
}

// What another session, or the process, makes of its own renderer changes nothing.
func TestTheRendererOfTheProcessIsNotAsked(t *testing.T) {
	before := lipgloss.DefaultRenderer()
	t.Cleanup(func() { lipgloss.SetDefaultRenderer(before) })
	seen := map[string]string{}
	for _, depth := range []termenv.Profile{termenv.TrueColor, termenv.Ascii} {
		for _, dark := range []bool{true, false} {
			other := lipgloss.NewRenderer(io.Discard)
			other.SetColorProfile(depth)
			other.SetHasDarkBackground(dark)
			lipgloss.SetDefaultRenderer(other)
			for name, got := range pictures(look(termenv.ANSI256)) {
				if was, ok := seen[name]; ok && was != got {
					t.Errorf("%s: %q, before %q", name, got, was)
				}
				seen[name] = got
			}
		}
	}
	for _, name := range []string{"line", "area", "hints", "bar"} {
		if len(seen[name]) == 0 || seen[name] == drawn(20, 3, func(*screen.Canvas, screen.Rect) {}) {
			t.Errorf("%s draws nothing", name)
		}
	}
}

// pictures is what the components draw.
func pictures(t *theme.Theme) map[string]string {
	line, area, pane, hints, spinner := NewLine(t), NewArea(t), NewPane(t), NewHints(t), NewSpinner(t)
	line.Key(runes("合同"))
	area.Resize(20, 3)
	area.Key(runes("文本有误"))
	content := screen.New(20, 2)
	content.Put(0, 0, 20, "合同", t.Text)
	pane.Resize(20, 2)
	pane.Show(content, 2)
	hints.Set(20, []key.Binding{keys.Action{Binding: keys.On("p")}.Say("push", "", "").Binding})
	return map[string]string{
		"line": drawn(20, 3, line.View), "area": drawn(20, 3, area.View), "pane": drawn(20, 3, pane.View),
		"hints": drawn(20, 3, hints.View), "spinner": fmt.Sprint(spinner.Sign()),
		"bar": drawn(20, 3, func(c *screen.Canvas, r screen.Rect) { NewBar(t).View(c, r, 1, 2) }),
	}
}

// Without colours the cursor is seen, and how far a work is.
func TestWithoutColours(t *testing.T) {
	got := pictures(look(termenv.Ascii))
	if want := "合同\x1b[0;7m \x1b[0m"; got["line"] != want+"\n\n" {
		t.Errorf("%q", got["line"])
	}
	if want := "━━━━━━━━━━┄┄┄┄┄┄┄┄┄┄"; got["bar"] != want+"\n\n" {
		t.Errorf("%q", got["bar"])
	}
}
