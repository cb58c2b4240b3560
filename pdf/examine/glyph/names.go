package glyph

import (
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"campus.example/sealdesk/pdf/examine/cmap"
)

func oneByte(i int) cmap.Code { return cmap.Code{Value: uint32(i), Len: 1} }

// baseEncoding gives the text of the codes of a named encoding. Fonts with an encoding of their own are read as
// WinAnsi, which agrees with all of them on letters and digits.
func baseEncoding(name string) (out [256]string) {
	table := charmap.Windows1252
	if name == "MacRomanEncoding" {
		table = charmap.Macintosh
	}
	for i := 0x20; i < 256; i++ {
		if r := table.DecodeByte(byte(i)); r != 0xfffd {
			out[i] = string(r)
		}
	}
	return out
}

// nameText gives the text a glyph name stands for, by the rules of the Adobe glyph list; empty when it says nothing.
func nameText(name string) string {
	name, _, _ = strings.Cut(name, ".")
	var out strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		out.WriteString(partText(part))
	}
	return out.String()
}

func partText(name string) string {
	if len(name) == 1 {
		return name
	}
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 && len(hex) <= 64 {
		var out strings.Builder
		for ; hex != ""; hex = hex[4:] {
			v, err := strconv.ParseUint(hex[:4], 16, 16)
			if err != nil {
				return ""
			}
			out.WriteRune(rune(v))
		}
		return out.String()
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		if v, err := strconv.ParseUint(hex, 16, 21); err == nil {
			return string(rune(v))
		}
	}
	for pair := range strings.FieldsSeq(latinNames) {
		if n, r, _ := strings.Cut(pair, "="); n == name {
			return r
		}
	}
	if name == "space" || name == "nbspace" {
		return " "
	}
	return ""
}

// latinNames are the names of the Adobe glyph list for what contracts have beside letters.
const latinNames = `exclam=! quotedbl=" numbersign=# dollar=$ percent=% ampersand=& quotesingle=' parenleft=( parenright=)
asterisk=* plus=+ comma=, hyphen=- minus=− period=. slash=/ zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8
nine=9 colon=: semicolon=; less=< equal== greater=> question=? at=@ bracketleft=[ backslash=\ bracketright=]
asciicircum=^ underscore=_ grave=` + "`" + ` braceleft={ bar=| braceright=} asciitilde=~ quoteleft=‘ quoteright=’
quotedblleft=“ quotedblright=” bullet=• endash=– emdash=— ellipsis=… fi=fi fl=fl ff=ff ffi=ffi ffl=ffl yen=¥ sterling=£
Euro=€ cent=¢ section=§ paragraph=¶ degree=° periodcentered=· middot=· multiply=× divide=÷ plusminus=± copyright=©
registered=® guillemotleft=« guillemotright=» germandbls=ß adieresis=ä odieresis=ö udieresis=ü Adieresis=Ä Odieresis=Ö
Udieresis=Ü eacute=é Eacute=É egrave=è agrave=à aacute=á ntilde=ñ ccedilla=ç`
