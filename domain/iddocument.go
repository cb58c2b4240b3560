package domain

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// DocKind is a kind of identity document (S61). The list is open: an office may name further kinds.
type DocKind string

// The kinds the manual names, and the two residence permits and the foreigner's card that are common beside them.
const (
	DocIDCard         DocKind = "idcard"
	DocPassport       DocKind = "passport"
	DocHKMacauPermit  DocKind = "hk_macau_permit"
	DocTaiwanPermit   DocKind = "taiwan_permit"
	DocResidence      DocKind = "hmt_residence"
	DocForeignerPRC   DocKind = "foreigner_permanent"
	maxDocNumberRunes         = 32
	maxNameRunes              = 64
)

// DocKinds lists the built-in kinds in the order they are offered.
func DocKinds() []DocKind {
	return []DocKind{DocIDCard, DocPassport, DocHKMacauPermit, DocTaiwanPermit, DocResidence, DocForeignerPRC}
}

// Automatic tells whether the face, phone and bank-card methods are open to the holder: only to those of the
// resident identity card (S63, S92).
func (k DocKind) Automatic() bool { return k == DocIDCard }

// Identity is what a person states about himself in step 1 of the verification (S58).
type Identity struct {
	Name   string
	Kind   DocKind
	Number string
}

// CheckIdentity normalises and checks what was typed. Extra are the office's further document kinds.
func CheckIdentity(in Identity, extra []DocKind, today time.Time) (Identity, error) {
	out := Identity{Name: strings.Join(strings.Fields(in.Name), " "), Kind: in.Kind}
	if n := utf8.RuneCountInString(out.Name); n < 2 || n > maxNameRunes || strings.ContainsFunc(out.Name, notName) {
		return Identity{}, Fail(CodeNameInvalid)
	}
	if !known(in.Kind, append(DocKinds(), extra...)) {
		return Identity{}, Fail(CodeDocKindUnknown, string(in.Kind))
	}
	number, err := CheckDocNumber(in.Kind, in.Number, today)
	if err != nil {
		return Identity{}, err
	}
	out.Number = number
	return out, nil
}

func known(k DocKind, kinds []DocKind) bool {
	for _, other := range kinds {
		if k == other {
			return true
		}
	}
	return false
}

func notName(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != ' ' && r != '·' && r != '.' && r != '-' && r != '\''
}

// MaskNumber keeps the first and the last character of a document number.
func MaskNumber(s string) string {
	if len(s) < 4 {
		return strings.Repeat("*", len(s))
	}
	return s[:1] + strings.Repeat("*", len(s)-2) + s[len(s)-1:]
}
