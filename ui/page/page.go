// Package page is the contract between the console and its pages: what a page is, what it is handed, and the
// messages it may send. Pages never import each other.
package page

import (
	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/screen"
)

// Kind names a page.
type Kind string

// The pages.
const (
	Pipeline     Kind = "pipeline"
	Verification Kind = "verification"
	Review       Kind = "review"
	Sealing      Kind = "sealing"
	Contract     Kind = "contract"
)

// Page is one page of the console. Its methods are called by one goroutine; everything slow happens in commands.
type Page interface {
	// Load begins to load what the page shows; it is called when the page comes up and when something changed.
	Load() tea.Cmd
	// Update takes what commands bring. Messages of other pages arrive too and are ignored.
	Update(msg tea.Msg) tea.Cmd
	// Actions is the table of what can be done here, the page's own moves included.
	Actions() keys.Table
	// Why tells why an action cannot be done now, "" when it can.
	Why(id keys.ID) string
	// Do does one of Actions, or of the global actions a page has a better answer for (keys.Back, keys.Filter):
	// handled is false when the console shall answer.
	Do(id keys.ID) (cmd tea.Cmd, handled bool)
	// Resize takes the page's place on the screen. It comes before the first View, and again when the size changes.
	Resize(r screen.Rect)
	// View draws the page into its place. It is a function of the page as Update, Do and Resize left it: it changes
	// nothing.
	View(c *screen.Canvas, r screen.Rect)
	// Note is the page's word at the right of the status line: how many are marked, what is filtered.
	Note() []screen.Span
}

// Typing is a page that may be reading text: then every key goes to Type.
type Typing interface {
	Reading() bool
	Type(msg tea.KeyMsg) tea.Cmd
}

// Pressed is a page with an action of several keys that mean several things, as the digits of a checklist: it is told
// which key it was before the action is done.
type Pressed interface{ Press(id keys.ID, key string) }
