// Package widget holds the parts pages are made of: a line of input, a list that scales, a strip of steps.
package widget

import (
	"strings"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"

	"sealdesk/text"
	"sealdesk/ui/screen"
	"sealdesk/ui/theme"
)

// maxInput is more than any filter, number or PIN has.
const maxInput = 128

// Field is one line of input. Masked input shows a dot for each character.
type Field struct {
	Masked bool
	value  []rune
	at     int
}

// Value is what was typed.
func (f *Field) Value() string { return string(f.value) }

// Set replaces what was typed.
func (f *Field) Set(s string) {
	f.value = []rune(s)
	f.at = len(f.value)
}

// Secret hands the input over as bytes and forgets it.
func (f *Field) Secret() []byte {
	b := []byte(string(f.value))
	clear(f.value)
	f.Set("")
	return b
}

// Key edits; it reports whether the input changed.
func (f *Field) Key(msg tea.KeyMsg) bool {
	if msg.Alt {
		return false
	}
	switch msg.Type {
	case tea.KeyRunes, tea.KeySpace:
		return f.insert(msg.Runes)
	case tea.KeyBackspace, tea.KeyCtrlH:
		return f.remove(f.at-1, f.at)
	case tea.KeyDelete:
		return f.remove(f.at, f.at+1)
	case tea.KeyCtrlU:
		return f.remove(0, f.at)
	case tea.KeyCtrlW:
		from := len([]rune(strings.TrimRightFunc(string(f.value[:f.at]), unicode.IsSpace)))
		for from > 0 && !unicode.IsSpace(f.value[from-1]) {
			from--
		}
		return f.remove(from, f.at)
	case tea.KeyLeft:
		f.at = max(0, f.at-1)
	case tea.KeyRight:
		f.at = min(len(f.value), f.at+1)
	case tea.KeyHome, tea.KeyCtrlA:
		f.at = 0
	case tea.KeyEnd, tea.KeyCtrlE:
		f.at = len(f.value)
	}
	return false
}

func (f *Field) insert(runes []rune) bool {
	clean := []rune(text.Clean(string(runes)).String())
	if len(clean) == 0 || len(f.value)+len(clean) > maxInput {
		return false
	}
	f.value = append(f.value[:f.at], append(clean, f.value[f.at:]...)...)
	f.at += len(clean)
	return true
}

func (f *Field) remove(from, to int) bool {
	if from < 0 || to > len(f.value) || from >= to {
		return false
	}
	f.value = append(f.value[:from], f.value[to:]...)
	f.at = from
	return true
}

// View draws the line with its cursor into a row of r. Input longer than the place shows its part at the cursor.
func (f *Field) View(c *screen.Canvas, r screen.Rect, row int, t *theme.Theme) {
	before, under, after := string(f.value[:f.at]), " ", ""
	if f.at < len(f.value) {
		under, after = string(f.value[f.at]), string(f.value[f.at+1:])
	}
	if f.Masked {
		before, after = strings.Repeat("•", f.at), strings.Repeat("•", max(0, len(f.value)-f.at-1))
		if f.at < len(f.value) {
			under = "•"
		}
	}
	for text.Width(before) > r.W-3 && before != "" {
		before = string([]rune(before)[1:])
	}
	c.Line(r, row,
		screen.Span{Text: text.Clean(before), Style: t.Text},
		screen.Span{Text: text.Clean(under), Style: t.Button},
		screen.Span{Text: text.Clean(after), Style: t.Text})
}
