package domain

import "strings"

// CheckCard drops spaces and hyphens and accepts a bank card number: 13 to 19 digits with the check digit of Luhn.
//
// Source: ISO/IEC 7812-1.
func CheckCard(s string) (string, error) {
	s = strings.NewReplacer(" ", "", "-", "").Replace(strings.TrimSpace(s))
	if len(s) < 13 || len(s) > 19 || !digits(s) {
		return "", Fail(CodeBadInput, "card")
	}
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	if sum%10 != 0 {
		return "", Fail(CodeBadInput, "card")
	}
	return s, nil
}
