package cmap

import (
	"sort"
	"unicode/utf16"

	"campus.example/sealdesk/pdf/examine/content"
	"campus.example/sealdesk/pdf/read"
)

// Map is a character map that stands in a document: the Encoding of a font, or its ToUnicode.
type Map struct {
	spaces   []span
	chars    map[uint32]string
	texts    []textRange
	cids     []cidRange
	vertical bool
	base     Coding // what usecmap names; may be nil
}

// textRange maps lo, lo+1, ... to text with its last character raised by 0, 1, ...
type textRange struct {
	lo, hi uint32
	text   []rune
}

// cidRange maps lo, lo+1, ... to cid, cid+1, ...
type cidRange struct {
	lo, hi uint32
	cid    int
}

// Parse reads a character map. A range is kept as a range, so that a few bytes cannot ask for much memory.
func Parse(b []byte) *Map {
	m := &Map{chars: map[uint32]string{}}
	s := content.New(b)
	for op, ok := s.Next(); ok; op, ok = s.Next() {
		switch op.Name {
		case "endcodespacerange":
			m.codespace(op.Args)
		case "endbfchar":
			m.bfchar(op.Args)
		case "endbfrange":
			m.bfrange(op.Args)
		case "endcidchar":
			for i := 0; i+1 < len(op.Args); i += 2 {
				m.addCID(op.Args[i], op.Args[i], op.Args[i+1])
			}
		case "endcidrange":
			for i := 0; i+2 < len(op.Args); i += 3 {
				m.addCID(op.Args[i], op.Args[i+1], op.Args[i+2])
			}
		case "def":
			if n := len(op.Args); n >= 2 && op.Args[n-2] == read.Object(read.Name("WMode")) {
				m.vertical = op.Args[n-1] == read.Object(1)
			}
		case "usecmap":
			if n := len(op.Args); n > 0 {
				if name, ok := op.Args[n-1].(read.Name); ok {
					m.base, _ = Predefined(string(name))
				}
			}
		}
	}
	sort.SliceStable(m.texts, func(i, j int) bool { return m.texts[i].lo < m.texts[j].lo })
	sort.SliceStable(m.cids, func(i, j int) bool { return m.cids[i].lo < m.cids[j].lo })
	return m
}

func (m *Map) codespace(args []read.Object) {
	for i := 0; i+1 < len(args); i += 2 {
		lo, ok1 := args[i].(read.String)
		hi, ok2 := args[i+1].(read.String)
		if ok1 && ok2 && len(lo) == len(hi) && len(lo) >= 1 && len(lo) <= 4 && len(m.spaces) < 256 {
			m.spaces = append(m.spaces, span{code(string(lo), 4).Value, code(string(hi), 4).Value, len(lo)})
		}
	}
}

func (m *Map) bfchar(args []read.Object) {
	for i := 0; i+1 < len(args); i += 2 {
		from, ok := args[i].(read.String)
		if to, ok2 := args[i+1].(read.String); ok && ok2 {
			m.chars[code(string(from), 4).Value] = string(utf16BE(string(to)))
		}
	}
}

func (m *Map) bfrange(args []read.Object) {
	for i := 0; i+2 < len(args); i += 3 {
		a, ok1 := args[i].(read.String)
		b, ok2 := args[i+1].(read.String)
		if !ok1 || !ok2 {
			continue
		}
		lo, hi := code(string(a), 4).Value, code(string(b), 4).Value
		switch to := args[i+2].(type) {
		case read.String:
			if text := utf16BE(string(to)); len(text) > 0 && lo <= hi {
				m.texts = append(m.texts, textRange{lo, hi, text})
			}
		case read.Array:
			for k, o := range to {
				if s, ok := o.(read.String); ok && uint32(k) <= hi-lo {
					m.chars[lo+uint32(k)] = string(utf16BE(string(s)))
				}
			}
		}
	}
}

func (m *Map) addCID(a, b, to read.Object) {
	lo, ok1 := a.(read.String)
	hi, ok2 := b.(read.String)
	cid, ok3 := to.(int)
	if ok1 && ok2 && ok3 {
		m.cids = append(m.cids, cidRange{code(string(lo), 4).Value, code(string(hi), 4).Value, cid})
	}
}

// utf16BE reads the text of a map; a single byte is a character of Latin-1, as some producers write.
func utf16BE(s string) []rune {
	if len(s) == 1 {
		return []rune{rune(s[0])}
	}
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return utf16.Decode(units)
}
