package text

import (
	"strings"
	"unicode/utf8"
)

const (
	bell = '\a'
	esc  = '\x1b'
	csi  = '\u009b'
	st   = '\u009c'
	osc  = '\u009d'
)

// escapeLen is the length in bytes of the escape sequence s begins with (ECMA-48, 5.3 to 5.6), 7-bit or 8-bit
// form, and 0 when s begins with none. A control string (OSC, DCS, APC, PM, SOS and the window title of
// screen) that has no proper end counts only with its introducer: its words stay in sight, so that nobody can
// hide the rest of a text behind it. Every search stops at the next control character, which keeps the
// whole pass linear.
func escapeLen(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case csi:
		return n + controlSequenceLen(s[n:])
	case osc:
		return n + controlStringLen(s[n:], true)
	case '\u0090', '\u0098', '\u009e', '\u009f':
		return n + controlStringLen(s[n:], false)
	case esc:
	default:
		return 0
	}
	if len(s) == 1 {
		return 1
	}
	switch c := s[1]; {
	case c == '[':
		return 2 + controlSequenceLen(s[2:])
	case c == ']':
		return 2 + controlStringLen(s[2:], true)
	case strings.IndexByte("PX^_k", c) >= 0:
		return 2 + controlStringLen(s[2:], false)
	case c >= 0x20 && c <= 0x2F:
		i := 1 + spanOf(s[1:], 0x20, 0x2F)
		return i + min(1, spanOf(s[i:], 0x30, 0x7E))
	case c >= 0x30 && c <= 0x7E:
		return 2
	}
	return 1
}

// controlSequenceLen is the length of parameters, intermediates and final byte after a CSI.
func controlSequenceLen(s string) int {
	i := spanOf(s, 0x30, 0x3F)
	i += spanOf(s[i:], 0x20, 0x2F)
	return i + min(1, spanOf(s[i:], 0x40, 0x7E))
}

// controlStringLen is the length of a control string's content with its terminator, 0 without a terminator.
func controlStringLen(s string, bellEnds bool) int {
	end := strings.IndexFunc(s, isControl)
	if end < 0 {
		return 0
	}
	switch r, n := utf8.DecodeRuneInString(s[end:]); {
	case r == st, r == bell && bellEnds:
		return end + n
	case r == esc && strings.HasPrefix(s[end+1:], `\`):
		return end + 2
	}
	return 0
}

// spanOf counts the leading bytes between low and high.
func spanOf(s string, low, high byte) int {
	i := 0
	for i < len(s) && s[i] >= low && s[i] <= high {
		i++
	}
	return i
}
