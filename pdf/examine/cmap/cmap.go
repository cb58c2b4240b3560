// Package cmap knows how the strings of composite fonts are cut into codes and what the codes mean (ISO 32000-1, 9.7.5
// and 9.10.3): maps that stand in the document, and those of the predefined ones that can be told without their tables.
package cmap

// Code is a character code with its length in bytes: <41> and <0041> are two codes.
type Code struct {
	Value uint32
	Len   int
}

// Coding cuts strings into codes.
type Coding interface {
	// Next gives the code at the start of s, which is not empty. Its length is at least 1 and at most that of s.
	Next(s string) Code
	// Text gives the characters of a code; empty when they are not known.
	Text(Code) string
	// CID gives the number of the glyph description; ok is false when it is not known.
	CID(Code) (cid int, ok bool)
	// Vertical tells that lines run from top to bottom.
	Vertical() bool
}

// span is a range of codes of one length.
type span struct {
	lo, hi uint32
	n      int
}

func (s span) holds(c Code) bool { return c.Len == s.n && c.Value >= s.lo && c.Value <= s.hi }

// code reads n bytes of s as a code.
func code(s string, n int) Code {
	n = min(n, len(s))
	v := uint32(0)
	for i := range n {
		v = v<<8 | uint32(s[i])
	}
	return Code{Value: v, Len: n}
}
