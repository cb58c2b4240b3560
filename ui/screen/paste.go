package screen

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/cellbuf"

	"campus.example/sealdesk/text"
)

// Paste writes what a component drew into r: lines of text with SGR sequences between them. Colours and attributes
// become styles of cells; every other sequence is dropped, and the text is cleaned and measured like any other text on
// the canvas, whatever the component measured. What does not fit is cut. Cells that the component did not reach stay as
// they are.
func (c *Canvas) Paste(r Rect, view string) {
	p := paste{c: c, r: r}
	for view != "" && p.row < r.H {
		switch i := strings.IndexAny(view, "\n\x1b"); {
		case i < 0:
			p.text(view)
			return
		case view[i] == '\n':
			p.text(view[:i])
			p.row, p.used = p.row+1, 0
			view = view[i+1:]
		default:
			p.text(view[:i])
			view = p.sequence(view[i:])
		}
	}
}

// paste is a Paste under way.
type paste struct {
	c         *Canvas
	r         Rect
	row, used int
	pen       cellbuf.Style
	style     Style
}

func (p *paste) text(s string) {
	if s != "" {
		p.used += p.c.Put(p.r.X+p.used, p.r.Y+p.row, p.r.W-p.used, text.Clean(s), p.style)
	}
}

// sequence takes one escape sequence off the front of s, minds it when it is SGR, and returns the rest.
func (p *paste) sequence(s string) string {
	parser := ansi.GetParser()
	defer ansi.PutParser(parser)
	_, _, n, _ := ansi.DecodeSequence(s, ansi.NormalState, parser)
	if n <= 0 {
		return s[1:]
	}
	if strings.HasPrefix(s, "\x1b[") && parser.Command() == int('m') {
		cellbuf.ReadStyle(parser.Params(), &p.pen)
		p.style = ""
		if !p.pen.Empty() {
			p.style = Style(strings.TrimSuffix(strings.TrimPrefix(p.pen.Sequence(), "\x1b["), "m"))
		}
	}
	return s[n:]
}
