package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Server purchase", "Server purchase"},
		{"Chinese", "服务器采购合同（2026）", "服务器采购合同（2026）"},
		{"rare Han character", "\U00030EDE\U000323AF", "\U00030EDE\U000323AF"},
		{"colour", "\x1b[1;31m红\x1b[0m", "红"},
		{"window title", "a\x1b]0;owned\ab", "ab"},
		{"hyperlink", "\x1b]8;;https://example.invalid\x1b\\here\x1b]8;;\x1b\\", "here"},
		{"clipboard in 8-bit form", "a\u009d52;c;AAAA\u009cb", "ab"},
		{"picture", "a\x1b_Gf=100;AAAA\x1b\\b", "ab"},
		{"8-bit introducer as a byte", "\x9b31mred", "\ufffd31mred"},
		{"string without an end hides nothing", "a\x1b]0;the rest", "a0;the rest"},
		{"string cut by a line break hides nothing", "a\x1b]0;the\nrest\a", "a0;the rest"},
		{"character set", "a\x1b(0b", "ab"},
		{"reset", "a\x1bcb", "ab"},
		{"lone escape", "a\x1b", "a"},
		{"escape before Chinese", "\x1b合同", "合同"},
		{"bell, backspace, NUL, DEL", "a\a\b\x00\x7fb", "ab"},
		{"line breaks and tabs", "a\nb\tc\r\nd\re\u0085f\u2028g", "a b c d e f g"},
		{"direction override", "contract\u202efdp.exe", "contractfdp.exe"},
		{"isolates", "\u2066a\u2069", "a"},
		{"zero width", "甲\u200b方\ufeff", "甲方"},
		{"tags", "甲\U000e0041\U000e007f", "甲"},
		{"Hangul filler", "a\u3164b", "ab"},
		{"blank pattern", "a\u2800b", "a b"},
		{"no-break space", "a\u00a0b", "a b"},
		{"variation selector", "\u26a0\ufe0f", "\u26a0"},
		{"family", "\U0001f468\u200d\U0001f469", "\U0001f468\U0001f469"},
		{"picture placeholder", "\U0010eeee\u0305\u0305", "\ufffd\u0305\u0305"},
		{"invalid bytes", "a\xff\xfeb", "a\ufffd\ufffdb"},
		{"accent", "Zoe\u0301", "Zoe\u0301"},
		{"pile of accents", "a" + strings.Repeat("\u0301", 50), "a" + strings.Repeat("\u0301", 6)},
		{"accent without a base", "\u0301a", "\u25cc\u0301a"},
		{"run of Hangul consonants", strings.Repeat("\u1100", 9), "\ufffd"},
		{"Tibetan", "བསྒྲུབས", "བསྒྲུབས"},
	} {
		if got := Clean(c.in); got.String() != c.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestCleanLinesKeepsEveryKindOfLineBreak(t *testing.T) {
	got := CleanLines("一\r\n二\r三\u2028四\n\u0301五\x1b[2J")
	if want := Safe("一\n二\n三\n四\n\u25cc\u0301五"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// requireSafe fails when s holds anything the sanitizer promises to keep from the screen.
func requireSafe(t interface {
	Helper()
	Fatalf(string, ...any)
}, s Safe, newlines bool,
) {
	t.Helper()
	if !utf8.ValidString(s.String()) {
		t.Fatalf("not UTF-8: %q", s)
	}
	for _, r := range s.String() {
		if r == '\n' && newlines {
			continue
		}
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co) && (r < 0xE000 || r > 0xF8FF) {
			t.Fatalf("U+%04X in %q", r, s)
		}
		if r == '\u3164' || r == '\u115f' || r == '\ufe0f' || r == '\u034f' {
			t.Fatalf("invisible U+%04X in %q", r, s)
		}
	}
}

func TestCleanedTextIsSafeAndStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyText().Draw(t, "text")
		s := Clean(in)
		requireSafe(t, s, false)
		if again := Clean(s.String()); again != s {
			t.Fatalf("Clean(%q) = %q: not the same twice", s, again)
		}
		lines := CleanLines(in)
		requireSafe(t, lines, true)
		if again := CleanLines(lines.String()); again != lines {
			t.Fatalf("CleanLines(%q) = %q: not the same twice", lines, again)
		}
	})
}

func FuzzClean(f *testing.F) {
	for _, s := range hostile() {
		f.Add("合同" + s + "a")
	}
	f.Fuzz(func(t *testing.T, in string) {
		s := Clean(in)
		requireSafe(t, s, false)
		if again := Clean(s.String()); again != s {
			t.Fatalf("Clean(%q) = %q: not the same twice", s, again)
		}
		requireSafe(t, CleanLines(in), true)
	})
}
