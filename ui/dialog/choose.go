package dialog

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"sealdesk/text"
	"sealdesk/ui/keys"
	"sealdesk/ui/screen"
	"sealdesk/ui/widget"
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

	at, top int
	field   widget.Field
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
			}
			return false, nil
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
	d.at = max(0, min(d.at, len(found)-1))
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
	extra := 1
	if d.Search {
		extra = 3
	}
	h := min(len(d.Options)+extra+1, max(4, area.H-4))
	in := d.frame(c, area, d.Title, roomFor(area, 60), h)
	_, in = in.CutTop(extra)
	if d.Search {
		head := screen.Rect{X: in.X, Y: in.Y - 2, W: in.W, H: 1}
		c.Put(head.X, head.Y, 2, "▏", d.Theme.Accent)
		_, entry := head.CutLeft(1)
		d.field.View(c, entry, 0, d.Theme)
	}
	_, in = in.CutBottom(1)
	d.top = max(min(d.top, d.at), d.at-in.H+1)
	for line := range in.H {
		k := d.top + line
		if k >= len(found) {
			break
		}
		d.option(c, in.Row(line), found[k], k)
	}
	if len(found) == 0 {
		c.Line(in, 0, screen.Span{Text: text.Clean(d.Text.Console.Dialogs.NothingFound), Style: d.Theme.Dim})
	}
}

func (d *Choose) option(c *screen.Canvas, row screen.Rect, i, k int) {
	o, style := d.Options[i], d.Theme.Text
	switch {
	case o.Off != "" && k == d.at: // faint words would drown in the bar
		style = d.Theme.Dim
	case o.Off != "":
		style = d.Theme.Faint
	}
	label := o.Label
	if !d.Search {
		label = text.Clean(strconv.Itoa(k+1)) + "  " + label
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
