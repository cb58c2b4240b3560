package domain

import (
	"regexp"
	"strings"
	"time"
	"unicode/utf8"
)

// Forms of document numbers without a check digit. They are wide on purpose: a refused number keeps its holder out,
// a wrong one is found by whoever reviews the photos.
var (
	// A travel document of any state. Nine characters fit the machine-readable zone (ICAO Doc 9303-4); some states print more.
	passportForm = regexp.MustCompile(`^[A-Z0-9]{5,17}$`)
	// H or M and eight places, two more on the cards before 2013 (rule of the Ministry of Public Security). Cards for
	// those of another nationality may have a second letter.
	hkMacauForm = regexp.MustCompile(`^[HM][A-Z0-9][0-9]{7}([0-9]{2})?$`)
	// Eight digits on the card; ten and the number of the issue in the older booklet.
	taiwanForm = regexp.MustCompile(`^([0-9]{8}|[0-9]{10}(\([A-Z0-9]\)|[A-Z0-9])?)$`)
	// The card before December 2023; both are valid side by side.
	foreignerForm = regexp.MustCompile(`^[A-Z]{3}[0-9]{12}$`)
)

// CheckDocNumber normalises a document's number and checks it by the rules of its kind: form, birth date and check
// digit where the kind has them. Kinds the office added need five to 32 letters and digits.
func CheckDocNumber(kind DocKind, in string, today time.Time) (string, error) {
	number := strings.ToUpper(strings.Join(strings.Fields(in), ""))
	var well bool
	switch kind {
	case DocIDCard:
		return CheckIDNumber(number, today)
	case DocResidence:
		region := len(number) == 18 && (number[:6] == "810000" || number[:6] == "820000" || number[:6] == "830000")
		well = region && eighteen(number, today)
	case DocForeignerPRC:
		well = foreignerForm.MatchString(number) || strings.HasPrefix(number, "9") && eighteen(number, today)
	case DocPassport:
		well = passportForm.MatchString(number)
	case DocHKMacauPermit:
		well = hkMacauForm.MatchString(number)
	case DocTaiwanPermit:
		well = taiwanForm.MatchString(number)
	default:
		n := utf8.RuneCountInString(number)
		well = n >= 5 && n <= maxDocNumberRunes && !strings.ContainsFunc(number, notDocNumber)
	}
	if !well {
		return "", Fail(CodeDocNoInvalid)
	}
	return number, nil
}

func notDocNumber(r rune) bool {
	return (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '(' && r != ')'
}
