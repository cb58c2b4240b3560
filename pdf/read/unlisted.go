package read

import (
	"bytes"
	"slices"
)

// Twice gives the number of an object that is defined twice within one save, so that readers may differ on which
// definition counts: a cross-reference lists it at two places, or it stands in the file a second time where none lists
// it. ok is false when there is none. A definition that a later save replaces is listed by an older cross-reference and
// does not count.
func (d *Document) Twice() (num int, ok bool) {
	for _, s := range d.sections {
		at := map[int]Entry{}
		for _, e := range s.Entries {
			before, again := at[e.Num]
			if again && before != e && before.Kind != Free && e.Kind != Free {
				return e.Num, true
			}
			if !again || before.Kind == Free {
				at[e.Num] = e
			}
		}
	}
	for _, num := range d.unlisted() {
		if e, there := d.entries[num]; there && e.Kind != Free {
			return num, true
		}
	}
	return 0, false
}

// unlisted gives the numbers of objects that stand between those the cross-references list. What an object has inside
// its strings and data is not looked at.
func (d *Document) unlisted() []int {
	listed := []int{len(d.data)}
	for _, s := range d.sections {
		listed = append(listed, s.Offset)
		if hidden, ok := s.Trailer["XRefStm"].(int); ok {
			listed = append(listed, hidden+d.base)
		}
		for _, e := range s.Entries {
			if e.Kind == InUse && e.Offset >= 0 && e.Offset < len(d.data) {
				listed = append(listed, e.Offset)
			}
		}
	}
	slices.Sort(listed)
	listed = slices.Compact(listed)
	var out []int
	from := d.base
	for _, at := range listed {
		if at > from {
			out = append(out, d.definitions(from, at)...)
		}
		if end, ok := d.extent(at); ok {
			from = max(from, end)
		} else {
			from = max(from, at+1) // a table, or what cannot be read
		}
	}
	return out
}

// extent finds where the object at an offset ends.
func (d *Document) extent(at int) (end int, ok bool) {
	p := d.parser(d.data, at)
	if _, ok = p.natural(); !ok {
		return 0, false
	}
	if _, ok = p.natural(); !ok || !p.keyword("obj") {
		return 0, false
	}
	o, err := p.object()
	if err != nil {
		return 0, false
	}
	if dict, is := o.(Dict); is && p.keyword("stream") {
		if _, err := d.stream(p, dict); err != nil {
			return 0, false
		}
	}
	return p.at, true
}

// definitions finds "N G obj" between two offsets.
func (d *Document) definitions(from, to int) []int {
	var out []int
	for {
		i := bytes.Index(d.data[from:to], []byte("obj"))
		if i < 0 {
			return out
		}
		at := from + i
		from = at + 3
		if e, ok := d.before(at); ok {
			out = append(out, e.Num)
		}
	}
}
