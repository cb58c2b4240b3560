package cmap

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// predefined is a map known by name (9.7.5.2, table 118). The tables from code to CID are not carried along: text is
// told from the encoding itself, and of the CIDs those of ASCII, whose widths differ from the rest.
type predefined struct {
	family   family
	ascii    int // CID of the space, or 0 when not known
	vertical bool
}

type family int

const (
	identity family = iota
	ucs2
	utf16be
	utf32be
	utf8bytes
	gb // GB 2312, GBK or GB 18030: each holds the one before
)

// The CIDs of the space in the character collections: proportional in all of them, half width in Adobe-GB1.
const (
	proportional = 1
	halfWidthGB  = 814
)

// Predefined gives the map with the name; ok is false for one that is not known here.
func Predefined(name string) (c Coding, ok bool) {
	stem, vertical := strings.CutSuffix(name, "-V")
	stem = strings.TrimSuffix(stem, "-H")
	p := predefined{vertical: vertical, ascii: proportional}
	uni := strings.HasPrefix(stem, "Uni")
	switch {
	case stem == "Identity":
		p.family = identity
	case uni && strings.Contains(stem, "-UCS2"):
		p.family = ucs2
	case uni && strings.HasSuffix(stem, "-UTF16"):
		p.family = utf16be
	case uni && strings.HasSuffix(stem, "-UTF32"):
		p.family = utf32be
	case uni && strings.HasSuffix(stem, "-UTF8"):
		p.family = utf8bytes
	case stem == "GBK-EUC" || stem == "GB-EUC" || stem == "GBK2K":
		p.family, p.ascii = gb, halfWidthGB
	case stem == "GBKp-EUC" || stem == "GBpc-EUC":
		p.family = gb
	default:
		return nil, false
	}
	return p, true
}

func (p predefined) Next(s string) Code {
	switch p.family {
	case utf16be:
		if len(s) >= 4 && s[0]&0xfc == 0xd8 {
			return code(s, 4)
		}
	case utf32be:
		return code(s, 4)
	case utf8bytes:
		_, n := utf8.DecodeRuneInString(s)
		return code(s, n)
	case gb:
		switch {
		case s[0] <= 0x80 || s[0] == 0xff:
			return code(s, 1)
		case len(s) >= 4 && s[1] >= '0' && s[1] <= '9':
			return code(s, 4)
		}
	}
	return code(s, 2)
}

func (p predefined) Text(c Code) string {
	b := make([]byte, 0, 4)
	for i := c.Len - 1; i >= 0; i-- {
		b = append(b, byte(c.Value>>(8*i)))
	}
	switch p.family {
	case ucs2, utf16be:
		if c.Len == 4 {
			return string(utf16.DecodeRune(rune(c.Value>>16), rune(c.Value&0xffff)))
		}
		return string(rune(c.Value))
	case utf32be:
		return string(rune(min(c.Value, utf8.MaxRune+1)))
	case utf8bytes:
		return string(b)
	case gb:
		out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b)
		if err != nil {
			return ""
		}
		return string(out)
	}
	return ""
}

func (p predefined) CID(c Code) (int, bool) {
	if p.family == identity {
		return int(c.Value), true
	}
	if c.Value >= 0x20 && c.Value <= 0x7e {
		return p.ascii + int(c.Value-0x20), true
	}
	return 0, false
}

func (p predefined) Vertical() bool { return p.vertical }
