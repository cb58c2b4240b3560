package cmap

import "sort"

// Next takes the shortest code that lies in a range of the map; what lies in none is as long as the shortest code.
func (m *Map) Next(s string) Code {
	if len(m.spaces) == 0 {
		if m.base != nil {
			return m.base.Next(s)
		}
		return code(s, 2)
	}
	least := 4
	for n := 1; n <= min(4, len(s)); n++ {
		c := code(s, n)
		for _, sp := range m.spaces {
			if sp.holds(c) && inside(s, sp) {
				return c
			}
		}
	}
	for _, sp := range m.spaces {
		least = min(least, sp.n)
	}
	return code(s, least)
}

// inside tells whether each byte lies between the bytes of the bounds: ranges are blocks, not intervals (9.7.6.2).
func inside(s string, sp span) bool {
	for i := range sp.n {
		shift := 8 * (sp.n - 1 - i)
		if b := s[i]; b < byte(sp.lo>>shift) || b > byte(sp.hi>>shift) {
			return false
		}
	}
	return true
}

// Text gives the characters of a code.
func (m *Map) Text(c Code) string {
	if t, ok := m.chars[c.Value]; ok {
		return t
	}
	i := sort.Search(len(m.texts), func(i int) bool { return m.texts[i].lo > c.Value }) - 1
	if i >= 0 && c.Value <= m.texts[i].hi {
		r := m.texts[i]
		last := len(r.text) - 1
		return string(r.text[:last]) + string(r.text[last]+rune((c.Value-r.lo)&0x1fffff))
	}
	if m.base != nil {
		return m.base.Text(c)
	}
	return ""
}

// CID gives the number of the glyph description.
func (m *Map) CID(c Code) (int, bool) {
	i := sort.Search(len(m.cids), func(i int) bool { return m.cids[i].lo > c.Value }) - 1
	if i >= 0 && c.Value <= m.cids[i].hi {
		return m.cids[i].cid + int(c.Value-m.cids[i].lo), true
	}
	if m.base != nil {
		return m.base.CID(c)
	}
	return 0, len(m.cids) > 0
}

// Vertical tells that lines run from top to bottom.
func (m *Map) Vertical() bool { return m.vertical || m.base != nil && m.base.Vertical() }

// Empty tells that the map says nothing of text.
func (m *Map) Empty() bool { return len(m.chars) == 0 && len(m.texts) == 0 }
