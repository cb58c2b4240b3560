package domain

import (
	"math"
	"strconv"
	"strings"
)

// Fen is an amount of CNY in fen (1/100 yuan).
type Fen int64

// Yuan is one yuan.
const Yuan Fen = 100

// ParseFen reads "1280000.00" or "1,280,000" as yuan. Negative amounts and more than two decimals are refused.
func ParseFen(s string) (Fen, error) {
	s = strings.ReplaceAll(strings.TrimSpace(s), ",", "")
	if strings.HasPrefix(s, "-") {
		return 0, Fail(CodeAmountNegative)
	}
	whole, frac, dot := strings.Cut(s, ".")
	if whole == "" || len(frac) > 2 || (dot && frac == "") || !digits(whole) || !digits(frac) {
		return 0, Fail(CodeAmountInvalid, s)
	}
	yuan, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || yuan > math.MaxInt64/1000 {
		return 0, Fail(CodeAmountInvalid, s)
	}
	cents := int64(0)
	if frac != "" {
		if cents, err = strconv.ParseInt((frac + "0")[:2], 10, 64); err != nil {
			return 0, Fail(CodeAmountInvalid, s)
		}
	}
	return Fen(yuan*100 + cents), nil
}

// String writes yuan with two decimals, the form of the wire: 1280000.00.
func (f Fen) String() string {
	sign := ""
	if f < 0 {
		sign, f = "-", -f
	}
	frac := strconv.FormatInt(int64(f%100), 10)
	if len(frac) == 1 {
		frac = "0" + frac
	}
	return sign + strconv.FormatInt(int64(f/100), 10) + "." + frac
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
