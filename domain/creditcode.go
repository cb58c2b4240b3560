package domain

import "strings"

// creditAlphabet are the 31 characters of the unified social credit code; I, O, S, V and Z are left out.
const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// CheckCreditCode accepts an 18-character 统一社会信用代码 with its check character (MOD 31).
//
// Source: GB 32100-2015.
func CheckCreditCode(s string) (string, error) {
	s = strings.ToUpper(strings.TrimSpace(s))
	if len(s) != 18 {
		return "", Fail(CodeCreditCodeInvalid)
	}
	sum, weight := 0, 1
	for i := range 17 {
		v := strings.IndexByte(creditAlphabet, s[i])
		if v < 0 {
			return "", Fail(CodeCreditCodeInvalid)
		}
		sum += v * weight
		weight = weight * 3 % 31
	}
	if creditAlphabet[(31-sum%31)%31] != s[17] {
		return "", Fail(CodeCreditCodeInvalid)
	}
	return s, nil
}
