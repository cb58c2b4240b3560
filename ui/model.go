package ui

import (
	"context"
	"io"
	"log/slog"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/dialog"
	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/page/contract"
	"campus.example/sealdesk/ui/page/pipeline"
	"campus.example/sealdesk/ui/page/review"
	"campus.example/sealdesk/ui/page/sealing"
	"campus.example/sealdesk/ui/page/verification"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/ui/theme"
)

// Model is the console: a row of pages that stay, a stack of pages opened from them, dialogs above, toasts on top.
type Model struct {
	d       *page.Deps
	o       Options
	w, h    int
	canvas  *screen.Canvas
	painted string // the last frame, good while dirty is false
	dirty   bool

	kind    page.Kind // the page at the bottom
	pages   map[page.Kind]page.Page
	above   []page.Page // pages opened from it
	stale   map[page.Page]bool
	dialogs []dialog.Dialog
	toasts  []toast
	nextID  int
	work    *work
	awaited map[int]*awaited
	spinner component.Spinner
	turning bool       // the spinner turns
	global  keys.Table // the console's own actions, with their words
	hints   component.Hints

	desk      page.Latest
	version   int64
	checked   time.Time // when the office was last known to look like this
	read      time.Time // when the desk was last read
	deskError error
}

// New makes a console. It draws nothing global and shares nothing with another one.
func New(o Options) *Model {
	if o.Log == nil {
		o.Log = slog.New(slog.NewTextHandler(io.Discard, nil))
	}
	if o.Renderer == nil {
		o.Renderer = lipgloss.NewRenderer(io.Discard)
	}
	d := &page.Deps{
		Ctx: context.Background(), Office: o.Office, Caller: o.Caller, Text: o.Text,
		Theme: theme.New(o.Renderer, o.Theme), Now: o.Now, Pictures: o.Pages, SealNow: o.SealNow, Unlock: o.Unlock,
		Copy: o.Copy, Log: o.Log,
	}
	m := &Model{
		d: d, spinner: component.NewSpinner(d.Theme), hints: component.NewHints(d.Theme),
		o: o, w: o.Width, h: o.Height, canvas: screen.New(o.Width, o.Height), dirty: true,
		kind: page.Pipeline, pages: map[page.Kind]page.Page{}, stale: map[page.Page]bool{}, awaited: map[int]*awaited{}, checked: o.Now(),
	}
	m.global = m.said(keys.Global(), always)
	m.settle()
	return m
}

// Within binds everything the console starts to a context: they end together.
func (m *Model) Within(ctx context.Context) *Model {
	m.d.Ctx = ctx
	return m
}

// Init begins the first load.
func (m *Model) Init() tea.Cmd {
	return tea.Batch(m.loadDesk(), m.root().Load(), m.probe(0))
}

// root is the page at the bottom, made when it is first wanted.
func (m *Model) root() page.Page {
	if p, ok := m.pages[m.kind]; ok {
		return p
	}
	var p page.Page
	switch m.kind {
	case page.Verification:
		p = verification.New(m.d)
	case page.Review:
		p = review.New(m.d)
	case page.Sealing:
		p = sealing.New(m.d)
	default:
		p = pipeline.New(m.d)
	}
	p.Resize(m.body())
	m.pages[m.kind] = p
	return p
}

// top is the page that has the keys.
func (m *Model) top() page.Page {
	if n := len(m.above); n > 0 {
		return m.above[n-1]
	}
	return m.root()
}

// open goes to a page.
func (m *Model) open(to page.Go) tea.Cmd {
	if to.Kind == page.Contract {
		p := contract.New(m.d, to.No, to.Siblings)
		p.Resize(m.body())
		m.above = append(m.above, p)
		return p.Load()
	}
	m.above, m.kind = nil, to.Kind
	p := m.root()
	if wants, ok := p.(interface{ Hold(no string) }); ok && to.No != "" {
		wants.Hold(to.No)
	}
	delete(m.stale, p)
	return p.Load()
}

// leave closes the page on top; false when there is none to close.
func (m *Model) leave() (tea.Cmd, bool) {
	switch {
	case len(m.above) > 0:
		m.above = m.above[:len(m.above)-1]
	case m.kind != page.Pipeline:
		m.kind = page.Pipeline
	default:
		return nil, false
	}
	p := m.top()
	if m.stale[p] {
		delete(m.stale, p)
		return p.Load(), true
	}
	return nil, true
}

// find returns the action of a key: the page's own come first.
func (m *Model) find(key string) (keys.Action, bool) {
	if a, ok := m.top().Actions().Find(key); ok {
		return a, true
	}
	return m.global.Find(key)
}

// actions is the table that counts now, the page's own actions first, each with its words and why it cannot be done.
func (m *Model) actions() keys.Table {
	return append(m.said(m.top().Actions(), m.top().Why), m.global...)
}

// said puts its words into a table.
func (m *Model) said(table keys.Table, why func(keys.ID) string) keys.Table {
	words := m.d.Words().Actions
	for i, a := range table {
		w := words[string(a.ID)]
		table[i] = a.Say(w.Name, w.Help, why(a.ID))
	}
	return table
}

// always is why an action of the console itself cannot be done: it always can.
func always(keys.ID) string { return "" }
