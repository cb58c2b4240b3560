// Package component holds the parts that pages and dialogs are made of. Where the bubbles library has a part it is
// wrapped here: its keys, styles and widths are set, and what it draws is pasted on the canvas.
//
//	Line    bubbles/textinput   one line of input
//	Area    bubbles/textarea    a few lines of prose
//	Pane    bubbles/viewport    text that may be longer than its place
//	Hints   bubbles/help        the keys in the status line
//	Bar     bubbles/progress    how much of a work is done
//	Spinner bubbles/spinner     something is under way
//
// bubbles/key stands in package keys, whose tables name every action; bubbles/paginator counts the neighbours of a
// contract in package contract.
//
// What is wrapped keeps four rules. Styles come from the theme of the session, each one set: the defaults of the
// library hang on the renderer of the process, which other sessions share. Cursors stand still: a blinking one repaints
// the screen for ever. A component that draws slowly draws when it changes and is only pasted in View, which changes
// nothing. No key reaches the clipboard of the library: it is that of the machine the console runs on, not that of the
// operator's terminal, whose own paste key works everywhere.
//
// What the library has and the console does not use:
//
//   - bubbles/list and bubbles/table hold every row as strings. List has a hundred thousand rows of which a window is
//     loaded, keeps cursor and marks by the keys of rows over every refresh, and has columns that go and shrink by rank
//     and cells in several styles. Table also cuts cells with go-runewidth, which follows the locale.
//   - The full view of bubbles/help leaves disabled keys out and wraps nothing. dialog.Help says why a key is disabled,
//     wraps, and can be searched; it shows its lines in a Pane.
//   - textinput wipes nothing of what was typed. PIN is a field that does.
//   - filepicker, stopwatch and timer have no use here.
package component
