// Package ui is the full-screen console of the office's operators. It shows what workflow knows and does what
// workflow can do; nothing in it blocks, keeps state outside its session or knows how things are stored.
package ui

import (
	"context"
	"log/slog"
	"time"

	"github.com/charmbracelet/lipgloss"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/theme"
)

// The words of page that whoever opens a console needs.
type (
	Office   = page.Office
	Pictures = page.Pictures
	TextPage = page.TextPage
)

// Options are what one session of the console needs. Office, Caller, Text and Now must be set.
type Options struct {
	Office Office
	Caller domain.Caller
	Text   *i18n.Text
	Now    func() time.Time
	// Changed is a cheap probe: another number than last time means that something in the folder changed. Nil makes
	// the console read again every few seconds.
	Changed func(ctx context.Context) (int64, error)
	// Pages shows pages of documents; nil when they cannot be shown.
	Pages Pictures
	// SealNow applies the contract seal and returns when it is applied. At moves its centre; nil leaves it in its place.
	SealNow func(ctx context.Context, no string, at *domain.Spot) error
	// Unlock opens the seal key; it wipes the PIN.
	Unlock func(ctx context.Context, pin []byte) error
	// Copy puts text on the operator's clipboard; Run sets it to the terminal's own when it is nil.
	Copy     func(s string) error
	Renderer *lipgloss.Renderer // nil: Run makes one from the output
	Theme    theme.Kind
	Unit     string // the office's name, for the header
	Tour     bool   // the first page's help begins with a tour
	TourPIN  string // the PIN the tour tells, for a demonstration whose key protects nothing
	Log      *slog.Logger
	// ToastLife is how long a word in passing stays on screen; 0 means four seconds.
	ToastLife time.Duration
	// Width and Height are the size of the first frame, before the terminal tells its own.
	Width, Height int
}
