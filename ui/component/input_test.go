package component

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/mattn/go-runewidth"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"campus.example/sealdesk/text"
)

// Letters that make up the name of a key are letters, in one message too; what a terminal answers late is nothing.
func TestNamesOfKeysCanBeTyped(t *testing.T) {
	line, area := NewLine(look(termenv.TrueColor)), NewArea(look(termenv.TrueColor))
	for _, in := range []interface {
		Key(tea.KeyMsg) bool
		Value() string
		Set(string)
	}{&line, area} {
		for _, word := range []string{"home", "ctrl+v", "left", "end", "backspace", "ctrl+u", "（："} {
			in.Set("")
			if in.Key(runes(word)); in.Value() != word {
				t.Errorf("%T: %q", in, in.Value())
			}
		}
		in.Set("")
		alt := runes("_Gi=31;OK")
		alt.Alt = true
		if in.Key(alt) || in.Value() != "" {
			t.Errorf("%T took an answer of the terminal: %q", in, in.Value())
		}
		in.Key(runes("a\u202eb\x1b[2Jc\nd"))
		if got := in.Value(); got != "abc d" {
			t.Errorf("%T: %q", in, got)
		}
	}
}

// The clipboard of the library is that of the machine the console runs on.
func TestNoKeyPastes(t *testing.T) {
	line, area := NewLine(look(termenv.TrueColor)), NewArea(look(termenv.TrueColor))
	for k := tea.KeyType(-100); k < 200; k++ {
		for _, alt := range []bool{false, true} {
			msg := tea.KeyMsg{Type: k, Alt: alt}
			if _, cmd := line.in.Update(msg); cmd != nil {
				t.Errorf("%v: a line has a command to run", msg)
			}
			if _, cmd := area.in.Update(msg); cmd != nil {
				t.Errorf("%v: an area has a command to run", msg)
			}
		}
	}
}

// A blinking cursor would repaint the screen for ever.
func TestCursorsStandStill(t *testing.T) {
	line, area := NewLine(look(termenv.TrueColor)), NewArea(look(termenv.TrueColor))
	if line.in.Focus() != nil || area.in.Focus() != nil {
		t.Error("a cursor blinks")
	}
}

func TestALongLineShowsItsPartAtTheCursor(t *testing.T) {
	line := NewLine(look(termenv.TrueColor))
	line.Set("采购与招标管理办公室的合同")
	if got := plain(12, 1, line.View); got != "室的合同" {
		t.Errorf("%q", got)
	}
	line.Key(tea.KeyMsg{Type: tea.KeyHome})
	if got := plain(12, 1, line.View); got != "采购与招标管" {
		t.Errorf("%q", got)
	}
}

func TestAReasonIsOneParagraph(t *testing.T) {
	area := NewArea(look(termenv.TrueColor))
	area.Resize(20, 3)
	for _, msg := range []tea.KeyMsg{runes("合同文本与审批稿“不一致”…需要重新推送"), {Type: tea.KeyEnter}, {Type: tea.KeyCtrlJ}, runes("一次")} {
		area.Key(msg)
	}
	if got := area.Value(); got != "合同文本与审批稿“不一致”…需要重新推送一次" {
		t.Errorf("%q", got)
	}
	if got := plain(20, 3, area.View); got != "合同文本与审批稿“不\n一致”…需要重新推送一\n次" {
		t.Errorf("%q", got)
	}
	if area.First() || !area.Last() {
		t.Error("the cursor is in the last row")
	}
	area.Key(tea.KeyMsg{Type: tea.KeyUp})
	area.Key(tea.KeyMsg{Type: tea.KeyUp})
	if !area.First() || area.Last() {
		t.Error("the cursor is in the first row")
	}
	area.Set("")
	area.Key(runes(strings.Repeat("长", 2*maxArea)))
	if got := len([]rune(area.Value())); got != maxArea {
		t.Errorf("%d characters", got)
	}
}

// Whatever is typed, an input never leaves its place, and measures without the locale.
func TestInputsStayInTheirPlace(t *testing.T) {
	if runewidth.DefaultCondition.EastAsianWidth {
		t.Error("the library measures with the locale")
	}
	look := look(termenv.TrueColor)
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(1, 24).Draw(t, "w")
		line, area := NewLine(look), NewArea(look)
		area.Resize(w, 3)
		for range rapid.IntRange(0, 12).Draw(t, "keys") {
			msg := rapid.SampledFrom([]tea.KeyMsg{
				{Type: tea.KeyLeft},
				{Type: tea.KeyRight},
				{Type: tea.KeyUp},
				{Type: tea.KeyDown},
				{Type: tea.KeyHome},
				{Type: tea.KeyEnd},
				{Type: tea.KeyBackspace},
				{Type: tea.KeyDelete},
				{Type: tea.KeyCtrlW},
				{Type: tea.KeyCtrlU},
				{Type: tea.KeyCtrlK},
				{Type: tea.KeySpace, Runes: []rune(" ")},
				runes("合"), runes("“…”—①"), runes("é\u0301"), runes("采购 abc 招标 "), runes("👩‍👧"),
			}).Draw(t, "key")
			line.Key(msg)
			area.Key(msg)
		}
		for _, l := range strings.Split(plain(w, 1, line.View)+"\n"+plain(w, 3, area.View), "\n") {
			if text.Width(l) > w {
				t.Fatalf("%d cells in %d: %q", text.Width(l), w, l)
			}
		}
	})
}
