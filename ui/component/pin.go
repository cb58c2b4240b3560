package component

import (
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/ui/theme"
)

// maxPIN is more than any PIN has.
const maxPIN = 128

// PIN is the field of the seal key's PIN. It shows a dot for each character. It is no textinput of the library, in
// masked mode: that one keeps what was typed in slices and strings that nothing can reach any more once they were copied,
// and has no way to forget. Here every character lies in one array, which is wiped when the PIN is handed over.
type PIN struct {
	typed [maxPIN]rune
	n, at int
}

// Empty reports whether nothing was typed.
func (p *PIN) Empty() bool { return p.n == 0 }

// Take hands the PIN over as bytes, which the receiver wipes, and forgets it.
func (p *PIN) Take() []byte {
	b := make([]byte, 0, p.n*utf8.UTFMax)
	for _, r := range p.typed[:p.n] {
		b = utf8.AppendRune(b, r)
	}
	p.Wipe()
	return b
}

// Wipe forgets what was typed.
func (p *PIN) Wipe() { *p = PIN{} }

// Key edits; it reports whether the PIN changed.
func (p *PIN) Key(msg tea.KeyMsg) bool {
	if msg.Alt {
		return false
	}
	switch msg.Type {
	case tea.KeyRunes, tea.KeySpace:
		return p.insert(msg.Runes)
	case tea.KeyBackspace, tea.KeyCtrlH:
		return p.remove(p.at-1, p.at)
	case tea.KeyDelete:
		return p.remove(p.at, p.at+1)
	case tea.KeyCtrlU:
		return p.remove(0, p.at)
	case tea.KeyCtrlW: // all before the cursor: where words end is not to be seen
		return p.remove(0, p.at)
	case tea.KeyLeft:
		p.at = max(0, p.at-1)
	case tea.KeyRight:
		p.at = min(p.n, p.at+1)
	case tea.KeyHome, tea.KeyCtrlA:
		p.at = 0
	case tea.KeyEnd, tea.KeyCtrlE:
		p.at = p.n
	}
	return false
}

// insert takes all of what was typed or pasted, or none of it when it is too long.
func (p *PIN) insert(runes []rune) bool {
	clean := []rune(text.Clean(string(runes)).String())
	defer clear(clean)
	if len(clean) == 0 || p.n+len(clean) > maxPIN {
		return false
	}
	copy(p.typed[p.at+len(clean):], p.typed[p.at:p.n])
	copy(p.typed[p.at:], clean)
	p.n, p.at = p.n+len(clean), p.at+len(clean)
	return true
}

func (p *PIN) remove(from, to int) bool {
	if from < 0 || to > p.n || from >= to {
		return false
	}
	copy(p.typed[from:], p.typed[to:p.n])
	clear(p.typed[p.n-(to-from) : p.n])
	p.n, p.at = p.n-(to-from), from
	return true
}

// View draws the dots and the cursor into the first row of r. More dots than have room show their part at the cursor.
func (p *PIN) View(c *screen.Canvas, r screen.Rect, t *theme.Theme) {
	before, under, after := min(p.at, max(0, r.W-3)), " ", max(0, p.n-p.at-1)
	if p.at < p.n {
		under = "•"
	}
	dots := func(n int) text.Safe { return text.Clean(strings.Repeat("•", n)) }
	c.Line(r, 0,
		screen.Span{Text: dots(before), Style: t.Text},
		screen.Span{Text: text.Clean(under), Style: t.Button},
		screen.Span{Text: dots(after), Style: t.Text})
}
