package domain

import (
	"strings"
	"time"
)

// CheckIDNumber accepts an 18-digit resident identity number: eight digits of a real birth date not after today
// and the check digit of ISO 7064 MOD 11-2. A small x is raised. The region is not compared with a list, since
// numbers keep regions that no longer exist.
//
// Source: GB 11643-1999.
func CheckIDNumber(s string, today time.Time) (string, error) {
	s = strings.ToUpper(strings.TrimSpace(s))
	if !eighteen(s, today) {
		return "", Fail(CodeDocNoInvalid)
	}
	return s, nil
}

// eighteen tells whether a number has the form of GB 11643, which the residence permit and the foreigner's card share.
func eighteen(s string, today time.Time) bool {
	if len(s) != 18 || !digits(s[:17]) || !digits(s[17:]) && s[17] != 'X' {
		return false
	}
	born, err := time.Parse("20060102", s[6:14])
	if err != nil || born.After(today) || born.Year() < 1900 {
		return false
	}
	return idCheckDigit(s[:17]) == s[17]
}

func idCheckDigit(first17 string) byte {
	sum, weight := 0, 1
	for i := 16; i >= 0; i-- {
		weight = weight * 2 % 11
		sum += int(first17[i]-'0') * weight
	}
	return "10X98765432"[sum%11]
}
