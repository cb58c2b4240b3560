package domain

import "strings"

// Phone is a mainland mobile number in its 11-digit form.
type Phone string

// ParsePhone folds full-width digits, drops spaces and hyphens, removes +86, 0086 or 86, and accepts 1[3-9] and
// nine digits: operators keep opening ranges, so nothing narrower would stay true.
func ParsePhone(s string) (Phone, error) {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= '０' && r <= '９':
			b.WriteRune('0' + r - '０')
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == ' ' || r == '-' || r == '+' || r == '＋' || r == '\u00a0' || r == '\u3000':
		default:
			return "", Fail(CodeBadInput, "phone")
		}
	}
	d := b.String()
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
