package file

import "testing"

// The examples of ISO 32000-2 7.3.4, and what strings may not be.
func TestStrings(t *testing.T) {
	for src, want := range map[string]string{
		"(Strings can contain balanced parentheses () and so on)": "Strings can contain balanced parentheses () and so on",
		"(The following is an empty string.) ()":                  "The following is an empty string.",
		"()":                                                      "",
		"(These \\\ntwo strings \\\nare the same.)":               "These two strings are the same.",
		"(So does this one.\\n)":                                  "So does this one.\n",
		"(a line\r\nfeed\rtwice)":                                 "a line\nfeed\ntwice",
		"(\\245 and \\307, \\0053, \\053, \\53)":                  "\xA5 and \xC7, \x053, +, +",
		"(\\500\\9\\q)":                                           "@9q",
		"<4E6F762073686D6F7A206B6120706F702E>":                    "Nov shmoz ka pop.",
		"<901FA3>":                                                "\x90\x1F\xA3",
		"<901FA>":                                                 "\x90\x1F\xA0",
		"<90 1f\nA>":                                              "\x90\x1F\xA0",
	} {
		l := &lexer{src: []byte(src), inFile: true, budget: newBudget(len(src))}
		v, err := l.parse(0)
		s, ok := v.(String)
		if err != nil || !ok || string(s.Raw) != want || s.Start != 0 || s.End != l.pos {
			t.Errorf("%q: %q %v, want %q", src, s.Raw, err, want)
		}
	}
	for _, src := range []string{"(", "(()", "(\\", "(\\)", "<", "<4", "<4x>", "<\xC3\xA9>"} {
		l := &lexer{src: []byte(src), budget: newBudget(len(src))}
		if v, err := l.parse(0); err == nil {
			t.Errorf("%q: %v", src, v)
		}
	}
}

// A file may end inside a string; the search for references ends there too.
func TestScanRefsStopsAtTheEnd(t *testing.T) {
	for _, src := range []string{"[1 0 R (", "[1 0 R (a\\", "[1 0 R <4", "[1 0 R %", "[1 0 R"} {
		found := map[Ref]int{}
		if n := scanRefs([]byte(src), map[Ref]bool{{1, 0}: true}, found); n != len(src) || found[Ref{1, 0}] != 1 {
			t.Errorf("%q: %d of %d, %v", src, n, len(src), found)
		}
	}
}
