package component

import (
	"time"

	"github.com/charmbracelet/bubbles/spinner"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/theme"
)

// Spinner turns while something is under way. It has no clock of its own: the console turns it, and stops turning it when
// nothing is under way. Its signs are ASCII, which every font has.
type Spinner struct{ model spinner.Model }

// NewSpinner returns a spinner.
func NewSpinner(t *theme.Theme) Spinner {
	return Spinner{spinner.New(spinner.WithSpinner(spinner.Line), spinner.WithStyle(t.Lip.None))}
}

// Every is how long one sign stands.
func (s *Spinner) Every() time.Duration { return s.model.Spinner.FPS }

// Turn shows the next sign.
func (s *Spinner) Turn() { s.model, _ = s.model.Update(s.model.Tick()) }

// Sign is what the spinner shows now, for a line of spans.
func (s *Spinner) Sign() text.Safe { return text.Clean(s.model.View()) }
