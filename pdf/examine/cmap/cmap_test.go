package cmap

import (
	"fmt"
	"strings"
	"testing"
)

func split(c Coding, s string) string {
	var out []string
	for s != "" {
		k := c.Next(s)
		out = append(out, fmt.Sprintf("%X/%s", s[:k.Len], c.Text(k)))
		s = s[k.Len:]
	}
	return strings.Join(out, " ")
}

func TestPredefined(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"UniGB-UCS2-H", "\x75\x32\x00A", "7532/甲 0041/A"},
		{"UniGB-UTF16-H", "\xd8\x40\xdc\x0b\x75\x32", "D840DC0B/𠀋 7532/甲"},
		{"GBK-EUC-H", "A\xbc\xd7\xb7\xbd\xa3\xa8\xff", "41/A BCD7/甲 B7BD/方 A3A8/（ FF/\ufffd"},
		{"GBK2K-V", "\x81\x30\x81\x30a", "81308130/\u0080 61/a"},
		{"UniJIS-UTF32-H", "\x00\x00\x75\x32\x12", "00007532/甲 12/\x12"},
		{"UniCNS-UTF8-H", "甲x", "E794B2/甲 78/x"},
		{"Identity-H", "\x00\x41\x42", "0041/ 42/"},
	} {
		coding, ok := Predefined(c.name)
		if !ok {
			t.Errorf("%s is not known", c.name)
			continue
		}
		if got := split(coding, c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if coding.Vertical() != strings.HasSuffix(c.name, "V") {
			t.Errorf("%s: vertical %v", c.name, coding.Vertical())
		}
	}
	if _, ok := Predefined("90ms-RKSJ-H"); ok {
		t.Error("a map without a table is known")
	}
}

func TestASCIIHasItsOwnGlyphs(t *testing.T) {
	for name, want := range map[string]int{"GBK-EUC-H": 847, "GBKp-EUC-H": 34, "UniGB-UCS2-H": 34, "Identity-H": 65} {
		c, _ := Predefined(name)
		if cid, ok := c.CID(Code{Value: 'A', Len: 1}); !ok || cid != want {
			t.Errorf("%s: %d", name, cid)
		}
	}
}

const sample = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /WMode 1 def
2 begincodespacerange <00> <7F> <8140> <FEFE> endcodespacerange
2 beginbfchar <01> <75324E59> <8141> <D840DC0B> endbfchar
3 beginbfrange <02> <04> <0041> <8150> <8152> [<7532> <4E59>] <9000> <FFFFFFFF> <4E00> endbfrange
1 begincidrange <8140> <8150> 100 endcidrange 1 begincidchar <05> 7 endcidchar endcmap`

func TestMapOfADocument(t *testing.T) {
	m := Parse([]byte(sample))
	if got, want := split(m, "\x01\x03\x81\x41\x81\x51\x81\x52\x90\x41\xff"),
		"01/甲乙 03/B 8141/𠀋 8151/乙 8152/ 9041/乁 FF/"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for _, c := range []struct {
		code Code
		cid  int
	}{{Code{0x8142, 2}, 102}, {Code{5, 1}, 7}, {Code{6, 1}, 0}} {
		if got, ok := m.CID(c.code); got != c.cid || !ok {
			t.Errorf("%v: %d %v", c.code, got, ok)
		}
	}
	if !m.Vertical() || m.Empty() || !Parse(nil).Empty() {
		t.Error("vertical or empty")
	}
	if m := Parse([]byte("/GBK-EUC-V usecmap")); split(m, "\xbc\xd7") != "BCD7/甲" || !m.Vertical() {
		t.Error("the map below is not used")
	}
}

func FuzzMap(f *testing.F) {
	f.Add([]byte(sample), "\x01\x81\x41")
	f.Add([]byte("/UniGB-UTF8-H usecmap"), "甲")
	f.Add([]byte("1 begincodespacerange <00000000> <ffffffff> endcodespacerange"), "abc")
	f.Fuzz(func(t *testing.T, b []byte, s string) {
		m := Parse(b)
		for len(s) > 0 {
			c := m.Next(s)
			if c.Len < 1 || c.Len > len(s) {
				t.Fatalf("a code of %d bytes in %d", c.Len, len(s))
			}
			m.Text(c)
			m.CID(c)
			s = s[c.Len:]
		}
	})
}
