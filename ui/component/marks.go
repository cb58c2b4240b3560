package component

import "slices"

// Mark marks the row under the cursor or unmarks it.
func (l *List[R]) Mark() {
	if l.held == "" {
		return
	}
	l.anchor = l.cursor
	if l.marks[l.held] {
		delete(l.marks, l.held)
		return
	}
	l.mark(l.held)
}

// MarkRange marks every loaded row from the last mark to the cursor.
func (l *List[R]) MarkRange() {
	from, to := min(l.anchor, l.cursor), max(l.anchor, l.cursor)
	for i := from; i <= to; i++ {
		if r, ok := l.At(i); ok {
			l.mark(l.Key(r))
		}
	}
}

// MarkAll marks the keys, or takes every mark away when all of them are marked already.
func (l *List[R]) MarkAll(keys []string) {
	all := len(keys) > 0
	for _, k := range keys {
		all = all && l.marks[k]
	}
	if all {
		l.Unmark()
		return
	}
	for _, k := range keys {
		l.mark(k)
	}
}

func (l *List[R]) mark(key string) {
	if l.marks == nil {
		l.marks = map[string]bool{}
	}
	l.marks[key] = true
}

// Unmark takes marks away: those of the keys, or all when none is named.
func (l *List[R]) Unmark(keys ...string) {
	if len(keys) == 0 {
		l.marks = nil
	}
	for _, k := range keys {
		delete(l.marks, k)
	}
}

// Marked tells whether a row is marked.
func (l *List[R]) Marked(key string) bool { return l.marks[key] }

// Marks gives the marked keys: those on screen first in their order, then the others by name.
func (l *List[R]) Marks() []string {
	if len(l.marks) == 0 {
		return nil
	}
	list := make([]string, 0, len(l.marks))
	seen := map[string]bool{}
	for _, r := range l.rows {
		if k := l.Key(r); l.marks[k] {
			list, seen[k] = append(list, k), true
		}
	}
	rest := make([]string, 0, len(l.marks)-len(list))
	for k := range l.marks {
		if !seen[k] {
			rest = append(rest, k)
		}
	}
	slices.Sort(rest)
	return append(list, rest...)
}
