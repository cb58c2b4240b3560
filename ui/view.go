package ui

import (
	"strconv"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
)

// The smallest size that holds a page.
const (
	minWidth  = 60
	minHeight = 15
)

func (m *Model) tooSmall() bool { return m.w < minWidth || m.h < minHeight }

// body is the place between the header and the status line, for the page and its dialogs.
func (m *Model) body() screen.Rect {
	_, rest := screen.Rect{W: m.w, H: m.h}.CutTop(1)
	_, body := rest.CutBottom(1)
	return body
}

// View draws the frame from what Update left; it remembers only what it drew, so that it need not draw it again.
func (m *Model) View() string {
	if !m.dirty {
		return m.painted
	}
	c := m.canvas
	c.Reset(m.w, m.h)
	if m.tooSmall() {
		m.viewTooSmall(c)
	} else {
		body := m.body()
		head, _ := c.Bounds().CutTop(1)
		foot, _ := c.Bounds().CutBottom(1)
		m.viewHeader(c, head)
		m.top().View(c, body)
		m.viewStatus(c, foot)
		for _, d := range m.dialogs {
			d.View(c, body)
		}
		if m.work != nil {
			m.viewWork(c, body)
		}
		m.viewToasts(c, body)
	}
	m.painted, m.dirty = c.String(), false
	return m.painted
}

func (m *Model) viewTooSmall(c *screen.Canvas) {
	w := m.d.Words().Header
	lines := []text.Safe{m.d.Say(w.TooSmall, m.w, m.h), text.Clean(w.Needs)}
	at := c.Bounds().Center(max(text.Width(lines[0]), text.Width(lines[1])), 2)
	for i, l := range lines {
		c.Line(at, i, page.Span(text.Center(l, at.W), m.d.Theme.Text))
	}
}

// viewHeader draws the pages with what waits on each, and who sits here.
func (m *Model) viewHeader(c *screen.Canvas, r screen.Rect) {
	t := m.d.Theme
	right := m.headerRight()
	spans := []screen.Span{page.Span(" sealdesk ", t.Title)}
	if m.o.Unit != "" && r.W >= 150 {
		spans = append(spans, page.Span(" "+text.Clean(m.o.Unit)+" ", t.Dim))
	}
	for i, k := range []page.Kind{page.Pipeline, page.Verification, page.Review, page.Sealing} {
		spans = append(spans, m.tab(i+1, k)...)
	}
	warn := func(words string, n int) {
		s := page.Span("  "+m.d.Say(words, n), t.Warn)
		if n > 0 && screen.Width(append(spans, s)...) <= r.W {
			spans = append(spans, s)
		}
	}
	if m.d.Desk.PollFailing {
		warn(m.d.Words().Header.Poll, 1)
	}
	warn(m.d.Words().Header.Intake, m.d.Desk.Intake)
	warn(m.d.Words().Header.Unreached, m.d.Desk.Unreached)
	warn(m.d.Words().Header.Jobs, m.d.Desk.Jobs[domain.JobDead]+m.d.Desk.Jobs[domain.JobUnknown])
	used := 0
	if room := r.W - screen.Width(spans...); room >= screen.Width(right[:1]...) {
		for screen.Width(right...) > room {
			right = right[:len(right)-1]
		}
		used = c.LineRight(r, 0, right...)
	}
	c.Line(screen.Rect{X: r.X, Y: r.Y, W: r.W - used, H: 1}, 0, spans...)
	c.Tint(r, t.Bar)
}

func (m *Model) tab(n int, k page.Kind) []screen.Span {
	t, desk := m.d.Theme, m.d.Desk
	name := page.Span(text.Clean(m.d.Words().Pages[string(k)]), t.Text)
	key := page.Span("  "+text.Clean(strconv.Itoa(n))+" ", t.Dim)
	if k == m.kind {
		name.Style, key.Style = t.Title, t.Accent
	}
	spans := []screen.Span{key, name}
	count := func(n int) {
		if n > 0 {
			spans = append(spans, page.Span(" "+text.Clean(strconv.Itoa(n)), t.Strong))
		}
	}
	switch k {
	case page.Verification:
		count(desk.Verifications[domain.VerificationCode] + desk.Verifications[domain.VerificationChecked])
		if desk.Stuck > 0 {
			spans = append(spans, page.Span(" ⚠"+text.Clean(strconv.Itoa(desk.Stuck)), t.Warn))
		}
	case page.Review:
		count(desk.Reviews[domain.ReviewOpen] + desk.Reviews[domain.ReviewClaimed])
		if !desk.Due.IsZero() {
			style := t.Dim
			if m.d.Now().After(desk.Due) {
				style = t.Bad
			}
			left := m.d.Countdown(desk.Due).String()
			spans = append(spans, page.Span(" "+m.d.Say(m.d.Words().Header.Tightest, left), style))
		}
	case page.Sealing:
		count(desk.Stages[domain.StageToSeal])
	}
	return spans
}

// headerRight is what stands at the right, the most needed first: what has no room goes from the end.
func (m *Model) headerRight() []screen.Span {
	t := m.d.Theme
	var spans []screen.Span
	if age := m.d.Now().Sub(m.checked); age >= staleAfter {
		spans = append(spans, page.Span(" "+m.d.Say(m.d.Words().Header.Stale, m.d.Length(age).String())+" ", t.Warn))
	}
	spans = append(spans, page.Span(" "+text.Clean(m.d.Caller.ID)+" ", t.Text))
	label := ""
	for i, r := range m.d.Desk.Operator.Roles {
		if i > 0 {
			label += m.d.Words().Comma
		}
		label += m.d.Text.Role(r)
	}
	if label != "" {
		spans = append(spans, page.Span(text.Clean(label)+" ", t.Dim))
	}
	return spans
}

// note is what stands at the right of the status line: what takes long, and the page's word.
func (m *Model) note() []screen.Span {
	note := append(m.viewAwaited(), m.top().Note()...)
	if len(note) > 0 {
		note = append(note, page.Span(" ", ""))
	}
	return note
}

// viewStatus draws the keys that matter here, and the note.
func (m *Model) viewStatus(c *screen.Canvas, r screen.Rect) {
	used := c.LineRight(r, 0, m.note()...)
	m.hints.View(c, screen.Rect{X: r.X + 1, Y: r.Y, W: max(0, r.W-used-2), H: r.H})
	c.Tint(r, m.d.Theme.Bar)
}
