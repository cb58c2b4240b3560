package ui

import (
	"slices"
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/screen"
)

// work is a page.Work under way: one item at a time, so that it can be stopped between them.
type work struct {
	page.Work
	at       int // items begun and ended
	failures []failure
	bar      component.Bar
	began    time.Time
	stopping bool
	over     bool
}

type failure struct {
	item  string
	words text.Safe
}

type workStep struct {
	of  *work
	err error
}

func (m *Model) begin(w page.Work) tea.Cmd {
	if len(w.Items) == 0 || m.work != nil {
		return nil
	}
	m.work = &work{Work: w, bar: component.NewBar(m.d.Theme), began: m.d.Now()}
	return m.nextItem()
}

func (m *Model) nextItem() tea.Cmd {
	w, ctx := m.work, m.d.Ctx
	item := w.Items[w.at]
	return func() tea.Msg { return workStep{w, w.Do(ctx, item)} }
}

func (m *Model) step(msg workStep) tea.Cmd {
	w := m.work
	if w == nil || msg.of != w {
		return nil
	}
	if msg.err != nil {
		m.d.Log.Warn("console", "item", w.Items[w.at], "err", msg.err)
		w.failures = append(w.failures, failure{w.Items[w.at], text.Clean(m.d.Text.Sentence(msg.err))})
	}
	w.at++
	if w.at < len(w.Items) && !w.stopping {
		return m.nextItem()
	}
	w.over = true
	did := m.tell(page.Worked{Items: w.succeeded()})
	said := page.Toast{Level: page.Done, Text: m.d.Say(w.Done, strconv.Itoa(w.at-len(w.failures)), len(w.Items))}
	if len(w.failures) == 0 {
		m.work = nil
	} else {
		said.Level = page.Info
	}
	return tea.Batch(did, m.say(said), m.reload())
}

// succeeded are the items that were begun and did not fail.
func (w *work) succeeded() []string {
	var done []string
	for _, item := range w.Items[:w.at] {
		if !slices.ContainsFunc(w.failures, func(f failure) bool { return f.item == item }) {
			done = append(done, item)
		}
	}
	return done
}

func (m *Model) workKey(msg tea.KeyMsg) tea.Cmd {
	switch keys.Name(msg) {
	case "esc":
		if m.work.over {
			m.work = nil
		} else {
			m.work.stopping = true
		}
	case "enter":
		if m.work.over {
			m.work = nil
		}
	}
	return nil
}

func (m *Model) viewWork(c *screen.Canvas, area screen.Rect) {
	w, t, words := m.work, m.d.Theme, m.d.Words().Dialogs
	shown := min(len(w.failures), 5)
	h := 6
	if len(w.failures) > 0 {
		h += shown*2 + 3
	}
	box := area.Center(62, h+1)
	c.Fill(box, t.Text)
	in := c.Box(box, t.Focus, page.Span(w.Title, t.Title)).Inset(2, 0)
	w.bar.View(c, in.Row(1), w.at, len(w.Items))
	left := ""
	if w.at > 0 && w.at < len(w.Items) {
		each := m.d.Now().Sub(w.began) / time.Duration(w.at)
		left = m.d.Length(each * time.Duration(len(w.Items)-w.at)).String()
	}
	c.Line(in, 2, page.Span(m.d.Say(words.Progress, w.at, len(w.Items), left), t.Text))
	if !w.over {
		c.LineRight(in, 2, page.Span(text.Clean(w.Items[w.at]), t.Dim))
	}
	row := 4
	if len(w.failures) > 0 {
		c.Line(in, row, page.Span("× "+m.d.Say(words.SomeFailed, len(w.failures)), t.Bad))
		for _, f := range w.failures[:shown] {
			c.Line(in, row+1, page.Span(text.Clean(f.item), t.Strong))
			c.Line(in, row+2, page.Span("  "+f.words, t.Dim))
			row += 2
		}
		if more := len(w.failures) - shown; more > 0 {
			c.Line(in, row+1, page.Span(m.d.Say(words.Rest, more), t.Dim))
		}
	}
	hint := words.StopHint
	switch {
	case w.over:
		hint = words.CloseHint
	case w.stopping:
		hint = words.Stopping
	}
	c.Line(in, in.H-1, page.Span(text.Clean(hint), t.Dim))
}
