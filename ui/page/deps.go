package page

import (
	"context"
	"log/slog"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/dialog"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/ui/theme"
	"campus.example/sealdesk/workflow/query"
)

// Deps is what one session hands to its pages. It is touched by the session's own goroutine only; commands take
// what they need out of it before they run.
type Deps struct {
	Ctx      context.Context
	Office   Office
	Caller   domain.Caller
	Text     *i18n.Text
	Theme    *theme.Theme
	Now      func() time.Time
	Pictures Pictures // nil when pages cannot be shown
	SealNow  func(ctx context.Context, no string, at *domain.Spot) error
	Unlock   func(ctx context.Context, pin []byte) error
	Copy     func(s string) error // to the operator's clipboard
	Log      *slog.Logger

	Desk query.Desk // as it was last read

	seq    uint64
	posted []tea.Msg
}

// Post hands the console a message that it takes before anything else: a page or a dialog that opens. It returns nil
// for use as a command.
func (d *Deps) Post(msg tea.Msg) tea.Cmd {
	d.posted = append(d.posted, msg)
	return nil
}

// Posted takes the messages of Post.
func (d *Deps) Posted() []tea.Msg {
	posted := d.posted
	d.posted = nil
	return posted
}

// Words are the console's words in the session's language.
func (d *Deps) Words() *i18n.Console { return &d.Text.Console }

// Kit is what dialogs need.
func (d *Deps) Kit() dialog.Kit { return dialog.Kit{Theme: d.Theme, Text: d.Text} }

// Say makes words of ours safe to draw, with their gaps filled.
func (d *Deps) Say(sentence string, args ...any) text.Safe {
	if len(args) == 0 {
		return text.Clean(sentence)
	}
	return text.Clean(d.Text.Fill(sentence, args...))
}

// Span is a piece of a line.
func Span(s text.Safe, style screen.Style) screen.Span { return screen.Span{Text: s, Style: style} }

// May tells why the operator lacks a right, "" when he has it. Before the desk is loaded nobody is turned away here:
// the office checks again in every act.
func (d *Deps) May(r domain.Right) string {
	if d.Desk.Operator.Name == "" || d.Desk.Operator.May(r) {
		return ""
	}
	return d.Text.Fill(d.Words().Why.NoRight, r)
}

// Latest lets only the newest of several loads of one kind through: each load gets a number and ends the one before.
type Latest struct {
	seq  uint64
	stop context.CancelFunc
}

// Next begins a load: its context and its number.
func (l *Latest) Next(d *Deps) (context.Context, uint64) {
	if l.stop != nil {
		l.stop()
	}
	ctx, stop := context.WithCancel(d.Ctx)
	d.seq++
	l.seq, l.stop = d.seq, stop
	return ctx, l.seq
}

// Is tells whether an answer belongs to the newest load.
func (l *Latest) Is(seq uint64) bool { return seq != 0 && seq == l.seq }

// Seq is the number of the newest load.
func (l *Latest) Seq() uint64 { return l.seq }

// Drop lets no answer through any more.
func (l *Latest) Drop() {
	if l.stop != nil {
		l.stop()
	}
	l.seq = 0
}

// After brings a message after a while, unless the session ends before: nothing of it outlives its session.
func (d *Deps) After(wait time.Duration, msg tea.Msg) tea.Cmd {
	ctx := d.Ctx
	return func() tea.Msg {
		timer := time.NewTimer(wait)
		defer timer.Stop()
		select {
		case <-ctx.Done():
			return nil
		case <-timer.C:
			return msg
		}
	}
}

// Send makes a command that only brings a message.
func Send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
