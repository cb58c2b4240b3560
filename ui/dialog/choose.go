package dialog

import (
	"fmt"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/screen"
)

// Option is one thing to choose.
type Option struct {
	Label text.Safe
	More  text.Safe // what it does; gives way to Off where there is no room for both
	Key   text.Safe // shown on the right
	Off   text.Safe // why it cannot be chosen now
}

// Choose offers a list. With Search what is typed narrows it, else the digits choose.
type Choose struct {
	Kit
	Title   text.Safe
	Options []Option
	Search  bool
	Pick    func(int) tea.Cmd

	at, top, rows int
	field         component.Line
	made          bool
}

// Resize counts the options that have room.
func (d *Choose) Resize(area screen.Rect) {
	if d.Search && !d.made {
		d.field, d.made = component.NewLine(d.Theme), true
	}
	w, h := d.size(area)
	d.rows = max(1, inside(area, w, h).H-d.head()-1)
	d.settle(len(d.matches()))
}

// head is how many rows stand above the options.
func (d *Choose) head() int {
	if d.Search {
		return 3
	}
	return 1
}

// size is what the dialog would like to have of an area.
func (d *Choose) size(area screen.Rect) (w, h int) {
	return roomFor(area, 60), min(len(d.Options)+d.head()+1, max(4, area.H-4))
}

// settle keeps the cursor on an option, and the option in sight.
func (d *Choose) settle(found int) {
	d.at = max(0, min(d.at, found-1))
	d.top = max(0, min(d.top, found-d.rows))
	d.top = max(min(d.top, d.at), d.at-d.rows+1)
}

// matches lists the options that fit what was typed.
func (d *Choose) matches() []int {
	want := strings.ToLower(d.field.Value())
	var found []int
	for i, o := range d.Options {
		if want == "" || strings.Contains(strings.ToLower(o.Label.String()+" "+o.More.String()), want) || o.Key.String() == d.field.Value() {
			found = append(found, i)
		}
	}
	return found
}

// Key moves and chooses.
func (d *Choose) Key(msg tea.KeyMsg) (bool, tea.Cmd) {
	found := d.matches()
	switch key := keys.Name(msg); key {
	case "esc":
		return true, nil
	case "up", "ctrl+p":
		d.at--
	case "down", "ctrl+n", "tab":
		d.at++
	case "pgup", "home":
		d.at = 0
	case "pgdown", "end":
		d.at = len(found) - 1
	case "enter":
		if d.at < len(found) {
			return d.pick(found[d.at])
		}
	default:
		if d.Search {
			if d.field.Key(msg) {
				d.at = 0
				found = d.matches()
			}
			break
		}
		switch n, err := strconv.Atoi(key); {
		case err == nil && n >= 1 && n <= len(found):
			return d.pick(found[n-1])
		case key == "j":
			d.at++
		case key == "k":
			d.at--
		}
	}
	d.settle(len(found))
	return false, nil
}

func (d *Choose) pick(i int) (bool, tea.Cmd) {
	if d.Options[i].Off != "" {
		return false, nil
	}
	return true, d.Pick(i)
}

// View draws the list.
func (d *Choose) View(c *screen.Canvas, area screen.Rect) {
	found := d.matches()
	w, h := d.size(area)
	in := d.frame(c, area, d.Title, w, h)
	if d.Search {
		d.field.View(c, d.entry(c, in, 1, 1, true))
	}
	_, in = in.CutTop(d.head())
	_, in = in.CutBottom(1)
	for line := range in.H {
		k := d.top + line
		if k >= len(found) {
			break
		}
		d.option(c, in.Row(line), found, k)
	}
	if len(found) == 0 {
		c.Line(in, 0, screen.Span{Text: text.Clean(d.Text.Console.Dialogs.NothingFound), Style: d.Theme.Dim})
	}
}

func (d *Choose) option(c *screen.Canvas, row screen.Rect, found []int, k int) {
	o, style := d.Options[found[k]], d.Theme.Text
	switch {
	case o.Off != "" && k == d.at: // faint words would drown in the bar
		style = d.Theme.Dim
	case o.Off != "":
		style = d.Theme.Faint
	}
	label := o.Label
	if !d.Search {
		label = text.Clean(fmt.Sprintf("%*d", len(strconv.Itoa(len(found))), k+1)) + "  " + label
	}
	inner := row.Inset(1, 0)
	right := screen.Span{Text: o.Key, Style: d.Theme.Accent}
	if o.Off != "" {
		right = screen.Span{Text: text.Truncate(o.Off, max(0, inner.W-text.Width(label)-2), "…"), Style: d.Theme.Dim}
	}
	used := c.LineRight(inner, 0, right)
	if both := label + "  " + o.More; o.More != "" && (o.Off == "" || text.Width(both)+used+2 <= inner.W) {
		label = both
	}
	c.Line(screen.Rect{X: inner.X, Y: inner.Y, W: inner.W - used, H: 1}, 0, screen.Span{Text: label, Style: style})
	if k == d.at {
		c.Tint(row, d.Theme.Chosen)
	}
}
