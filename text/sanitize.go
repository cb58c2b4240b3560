package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sanitize works in two passes: characters first, then clusters, because whether a combining mark does harm
// can only be told once what stood between it and its base is gone.
func sanitize(s string, keepBreaks bool) Safe {
	if _, ok := plainWidth(s); ok {
		return Safe(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isControl(r) {
			if seq := escapeLen(s[i:]); seq > n {
				i += seq
				continue
			}
		}
		if r == '\r' && strings.HasPrefix(s[i+n:], "\n") {
			n++
			r = '\n'
		}
		i += n
		switch classify(r) {
		case kindKeep:
			b.WriteRune(r)
		case kindSpace:
			b.WriteByte(' ')
		case kindBreak:
			if keepBreaks {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
		case kindReplace:
			b.WriteRune(utf8.RuneError)
		case kindDrop:
		}
	}
	return Safe(tameClusters(b.String()))
}

type kind int

const (
	kindKeep kind = iota
	kindSpace
	kindBreak
	kindReplace
	kindDrop
)

const (
	ideographicSpace = '\u3000'
	brailleBlank     = '\u2800'
	firstPrivate     = 0xF0000 // planes 15 and 16; kitty draws pictures from its memory where U+10EEEE stands
)

// classify decides about one character that is no part of an escape sequence.
func classify(r rune) kind {
	switch {
	case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		return kindBreak
	case r == '\t' || r == brailleBlank:
		return kindSpace
	case r < 0x7F && r >= 0x20:
		return kindKeep
	case isControl(r):
		return kindDrop
	case r == ideographicSpace: // the indent of Chinese paragraphs
		return kindKeep
	case unicode.Is(unicode.Zs, r):
		return kindSpace
	case invisible(r):
		return kindDrop
	case r >= firstPrivate || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF:
		return kindReplace
	}
	return kindKeep
}

// isControl reports the control characters C0, DEL and C1 (Unicode category Cc).
func isControl(r rune) bool { return r < 0x20 || r >= 0x7F && r <= 0x9F }

// invisible reports characters that take no place of their own and change how others look: all format
// characters (direction overrides and isolates, joiners, zero width spaces, tags), the default ignorable code
// points (fillers among them), variation selectors and skin tones. Joiners, selectors and skin tones also go
// because terminals do not agree how many cells what they join takes.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) ||
		r >= 0x1F3FB && r <= 0x1F3FF
}
