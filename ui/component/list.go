package component

import (
	"campus.example/sealdesk/ui/keys"
)

// List is a list of which only a window is loaded: it may have a hundred thousand rows, which the list and the table of
// the library would hold as strings, all of them. Cursor and marks hang on the rows' keys, so that a refresh never moves
// them to another row.
type List[R any] struct {
	Key func(R) string

	total  int
	start  int
	rows   []R
	cursor int
	held   string // key of the row under the cursor, "" while it is not loaded
	top    int
	height int
	marks  map[string]bool
	anchor int
}

// Window is how many rows are loaded at once: several screens, so that paging seldom waits.
const Window = 200

// Set takes a loaded window in. The cursor follows its row; the row keeps its line on the screen.
func (l *List[R]) Set(total, start int, rows []R) {
	l.total, l.start, l.rows = max(total, start+len(rows)), start, rows
	if l.held != "" {
		for i, r := range rows {
			if l.Key(r) == l.held {
				l.top += start + i - l.cursor
				l.cursor = start + i
				break
			}
		}
	}
	l.settle()
}

// Grow tells that the list is longer than was known.
func (l *List[R]) Grow(total int) {
	l.total = max(l.total, total)
	l.settle()
}

// Shrink forgets how long the list was: the next window tells.
func (l *List[R]) Shrink() { l.total = 0 }

// Clear empties the list for another one and goes to its top.
func (l *List[R]) Clear() {
	l.total, l.start, l.rows, l.cursor, l.top, l.held, l.anchor = 0, 0, nil, 0, 0, "", 0
}

// settle keeps cursor and top inside and notes which row the cursor holds.
func (l *List[R]) settle() {
	l.cursor = max(0, min(l.cursor, l.total-1))
	if l.height > 0 {
		l.top = max(0, min(l.top, l.total-l.height))
		l.top = max(min(l.top, l.cursor), l.cursor-l.height+1)
	}
	l.held = ""
	if r, ok := l.Current(); ok {
		l.held = l.Key(r)
	}
}

// Resize gives the list its place: so many rows, the first for the headings.
func (l *List[R]) Resize(rows int) {
	if h := rows - 1; h != l.height {
		l.height = max(1, h)
		l.settle()
	}
}

// At gives a row by its place in the whole list; false when it is not loaded.
func (l *List[R]) At(i int) (r R, ok bool) {
	if i < l.start || i >= l.start+len(l.rows) {
		return r, false
	}
	return l.rows[i-l.start], true
}

// Current gives the row under the cursor.
func (l *List[R]) Current() (R, bool) { return l.At(l.cursor) }

// Rows gives the loaded rows.
func (l *List[R]) Rows() []R { return l.rows }

// Total, Cursor and Top tell the size of the list, the place of the cursor and the first row on screen.
func (l *List[R]) Total() int  { return l.total }
func (l *List[R]) Cursor() int { return l.cursor }
func (l *List[R]) Top() int    { return l.top }

// Held is the key of the row under the cursor.
func (l *List[R]) Held() string { return l.held }

// Hold puts the cursor on a row by its key, if it is loaded.
func (l *List[R]) Hold(key string) {
	for i, r := range l.rows {
		if l.Key(r) == key {
			l.cursor = l.start + i
			l.settle()
			return
		}
	}
}

// Move does one of the moves of keys.Lists; it reports whether id is one.
func (l *List[R]) Move(id keys.ID) bool {
	page := max(1, l.height-1)
	switch id {
	case keys.Up:
		l.cursor--
	case keys.Down:
		l.cursor++
	case keys.PageUp:
		l.cursor, l.top = l.cursor-page, l.top-page
	case keys.PageDown:
		l.cursor, l.top = l.cursor+page, l.top+page
	case keys.First:
		l.cursor = 0
	case keys.Last:
		l.cursor = l.total - 1
	default:
		return false
	}
	l.settle()
	return true
}

// Need tells which window to load when the rows on screen are not all there, or will soon not be.
func (l *List[R]) Need() (start int, need bool) {
	margin := l.height
	from, to := max(0, l.top-margin), min(l.total, l.top+l.height+margin)
	if from >= l.start && to <= l.start+len(l.rows) {
		return l.start, false
	}
	return l.WindowStart(), true
}

// WindowStart is where a window around the screen begins.
func (l *List[R]) WindowStart() int { return max(0, l.top+l.height/2-Window/2) }

// Replace takes in a list that is loaded whole.
func (l *List[R]) Replace(rows []R) {
	l.Shrink()
	l.Set(len(rows), 0, rows)
}
