package component

import (
	"github.com/charmbracelet/bubbles/viewport"

	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/ui/theme"
)

// Pane shows as much of a text as it has room for. Its keys are those of the table of actions.
type Pane struct {
	port   viewport.Model
	window screen.Canvas // what is seen now
}

// NewPane returns an empty pane.
func NewPane(t *theme.Theme) Pane {
	port := viewport.New(0, 0)
	port.KeyMap, port.MouseWheelEnabled = viewport.KeyMap{}, false
	port.Style = t.Lip.None
	return Pane{port: port}
}

// Resize gives the pane its place.
func (p *Pane) Resize(w, h int) {
	p.port.Width, p.port.Height = max(1, w), max(1, h)
	p.scroll(p.port.YOffset)
}

// Show replaces the text by the first rows of a canvas. The place in the text is kept, as far as it is that long.
func (p *Pane) Show(content *screen.Canvas, rows int) {
	p.port.SetContent(content.Lines(rows))
	p.scroll(p.port.YOffset)
}

// Top is the first row that is seen; Rows is how many there are, Height how many have room.
func (p *Pane) Top() int    { return p.port.YOffset }
func (p *Pane) Rows() int   { return p.port.TotalLineCount() }
func (p *Pane) Height() int { return p.port.Height }

// ScrollTo shows the text from a row on, or as far down as it goes.
func (p *Pane) ScrollTo(row int) { p.scroll(row) }

// Move does one of the moves of keys.Lists; it reports whether id is one. Paging keeps one row in sight.
func (p *Pane) Move(id keys.ID) bool {
	page := max(1, p.port.Height-1)
	switch id {
	case keys.Up:
		p.scroll(p.port.YOffset - 1)
	case keys.Down:
		p.scroll(p.port.YOffset + 1)
	case keys.PageUp:
		p.scroll(p.port.YOffset - page)
	case keys.PageDown:
		p.scroll(p.port.YOffset + page)
	case keys.First:
		p.scroll(0)
	case keys.Last:
		p.scroll(p.Rows())
	default:
		return false
	}
	return true
}

func (p *Pane) scroll(row int) {
	p.port.SetYOffset(row)
	p.window.Reset(p.port.Width, p.port.Height)
	p.window.Paste(p.window.Bounds(), p.port.View())
}

// View puts the pane into r.
func (p *Pane) View(c *screen.Canvas, r screen.Rect) { c.Copy(r, &p.window, 0) }
