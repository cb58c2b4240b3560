package page

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/dialog"
)

// Go opens a page. A contract has a number, and the numbers before and after it in the list it was opened from.
type Go struct {
	Kind     Kind
	No       string
	Siblings []string
}

// Leave closes the page on top.
type Leave struct{}

// Level is how much a toast matters.
type Level int

// The levels. A failure stays until it is dismissed.
const (
	Info Level = iota
	Done
	Failed
)

// Toast says something in passing.
type Toast struct {
	Level Level
	Text  text.Safe
}

// Ask opens a dialog.
type Ask struct{ Dialog dialog.Dialog }

// Changed says that an act went through and what is on screen should be loaded again.
type Changed struct{ Toast Toast }

// Work is something done to several things one after another, with progress, stoppable between them.
type Work struct {
	Title text.Safe
	Items []string
	Do    func(ctx context.Context, item string) error
	// Done is what is said at the end; {0} is how many succeeded, {1} how many there were.
	Done string
}

// Worked says which items of a work succeeded.
type Worked struct{ Items []string }

// Begun is a command whose end the operator waits for: the console says so when it takes long.
type Begun struct {
	Do    tea.Cmd
	Words string      // what is under way, {0} for how long; "" for an act
	Still func() bool // whether it is still waited for; nil when it always is
}

// Awaited makes a command one whose end the operator waits for.
func Awaited(do tea.Cmd) tea.Cmd { return Send(Begun{Do: do}) }

// Reading makes a command one that fills an empty place: the console says that it reads when that takes long and the
// place still waits for it.
func (d *Deps) Reading(do tea.Cmd, still func() bool) tea.Cmd {
	return Send(Begun{Do: do, Words: d.Words().Loading, Still: still})
}

// Failure turns an error into a toast.
func (d *Deps) Failure(err error) tea.Msg {
	d.Log.Warn("console", "err", err)
	return Toast{Failed, text.Clean(d.Text.Sentence(err))}
}

// Act makes a command of an act: what is said when it went through, or why it did not.
func (d *Deps) Act(said text.Safe, do func(ctx context.Context) error) tea.Cmd {
	ctx := d.Ctx
	return Awaited(func() tea.Msg {
		if err := do(ctx); err != nil {
			return d.Failure(err)
		}
		return Changed{Toast{Done, said}}
	})
}

// Ticked says that about a second passed: what shows ages may draw them anew.
type Ticked struct{}

// DeskRead says that Deps.Desk is new.
type DeskRead struct{}
