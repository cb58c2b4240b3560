package component

import (
	"github.com/charmbracelet/bubbles/progress"

	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/ui/theme"
)

// Bar shows how much of a work is done. It stands still between two items: nothing is known of the one under way.
type Bar struct{ model progress.Model }

// NewBar returns a bar. Done and undone are two signs, since not every terminal has two colours.
func NewBar(t *theme.Theme) Bar {
	m := progress.New(progress.WithColorProfile(t.Depth), progress.WithFillCharacters('━', '┄'), progress.WithoutPercentage())
	m.FullColor, m.EmptyColor = theme.Color(t.Lip.Accent), theme.Color(t.Lip.Faint)
	m.PercentageStyle = t.Lip.Text
	return Bar{m}
}

// View draws the bar into the first row of r; done of all are done.
func (b Bar) View(c *screen.Canvas, r screen.Rect, done, all int) {
	if r.H > 0 && all > 0 {
		b.model.Width = r.W
		c.Paste(r.Row(0), b.model.ViewAs(float64(done)/float64(all)))
	}
}
