package ui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
)

// toast is something said in passing, in the corner above the status line.
type toast struct {
	id    int
	level page.Level
	words text.Safe
}

type toastOver struct{ id int }

// toastLife is how long a toast stays. Failures stay until esc.
const toastLife = 4 * time.Second

// maxToasts are shown at once; older ones give way.
const maxToasts = 4

func (m *Model) say(t page.Toast) tea.Cmd {
	if t.Text == "" {
		return nil
	}
	m.nextID++
	id := m.nextID
	kept := m.toasts[:0]
	for _, old := range m.toasts {
		if old.words != t.Text && (old.level != page.Info || t.Level != page.Info) {
			kept = append(kept, old)
		}
	}
	m.toasts = append(kept, toast{id, t.Level, t.Text})
	if n := len(m.toasts); n > maxToasts {
		m.toasts = m.toasts[n-maxToasts:]
	}
	if t.Level == page.Failed {
		return nil
	}
	life := m.o.ToastLife
	if life == 0 {
		life = toastLife
	}
	return m.d.After(life, toastOver{id})
}

func (m *Model) dropToast(id int) {
	for i, t := range m.toasts {
		if t.id == id {
			m.toasts = append(m.toasts[:i], m.toasts[i+1:]...)
			return
		}
	}
}

// dropFailures dismisses what stays until it is dismissed; it reports whether there was any.
func (m *Model) dropFailures() bool {
	kept := m.toasts[:0]
	dropped := false
	for _, t := range m.toasts {
		if t.level == page.Failed {
			dropped = true
			continue
		}
		kept = append(kept, t)
	}
	m.toasts = kept
	return dropped
}

func (m *Model) viewToasts(c *screen.Canvas, area screen.Rect) {
	t := m.d.Theme
	y := area.Y + area.H
	for i := len(m.toasts) - 1; i >= 0; i-- {
		toast := m.toasts[i]
		glyph, style := text.Clean("·"), t.Accent
		switch toast.level {
		case page.Done:
			glyph, style = "✓", t.Good
		case page.Failed:
			glyph, style = "×", t.Bad
		}
		lines := text.Wrap(toast.words, max(16, min(64, area.W-10)))
		width := 0
		for _, l := range lines {
			width = max(width, text.Width(l))
		}
		box := screen.Rect{X: area.X + area.W - width - 7, Y: y - len(lines) - 2, W: width + 6, H: len(lines) + 2}
		if box.Y < area.Y {
			return
		}
		c.Fill(box, t.Text)
		in := c.Box(box, style)
		for k, l := range lines {
			lead := page.Span("   ", style)
			if k == 0 {
				lead = page.Span(" "+glyph+" ", style)
			}
			c.Line(in, k, lead, page.Span(l, t.Text))
		}
		y = box.Y
	}
}
