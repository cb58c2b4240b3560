package domain

import "strings"

// Phone is a mainland mobile number in its 11-digit form.
type Phone string

// ParsePhone folds full-width digits, drops spaces and hyphens, removes +86, 0086 or 86, and accepts 1[3-9] and
// nine digits: operators keep opening ranges, so nothing narrower would stay true.
func ParsePhone(s string) (Phone, error) {
	d, ok := phoneDigits(s)
	if !ok {
		return "", Fail(CodeBadInput, "phone")
	}
	for _, prefix := range []string{"0086", "86"} {
		if len(d) == 11+len(prefix) && strings.HasPrefix(d, prefix) {
			d = d[len(prefix):]
		}
	}
	if len(d) != 11 || d[0] != '1' || d[1] < '3' {
		return "", Fail(CodeBadInput, "phone")
	}
	return Phone(d), nil
}

// PhoneTail returns the last digits of a phone as a search has them, at least four and not all, or "" for other text.
func PhoneTail(s string) string {
	d, ok := phoneDigits(s)
	if !ok || len(d) < 4 || len(d) > 10 {
		return ""
	}
	return d
}

// phoneDigits folds full-width digits and drops what stands between digits. Any other character is not ok.
func phoneDigits(s string) (digits string, ok bool) {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= '０' && r <= '９':
			b.WriteRune('0' + r - '０')
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == ' ' || r == '-' || r == '+' || r == '＋' || r == '\u00a0' || r == '\u3000':
		default:
			return "", false
		}
	}
	return b.String(), true
}

// Masked shows the first three and the last four digits.
func (p Phone) Masked() string {
	if len(p) != 11 {
		return "***"
	}
	return string(p[:3]) + "****" + string(p[7:])
}

// String masks: a phone printed by accident shows no number.
func (p Phone) String() string { return p.Masked() }

// Clear gives the full number, for those who send to it or have asked to see it.
func (p Phone) Clear() string { return string(p) }
