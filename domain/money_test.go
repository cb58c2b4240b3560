package domain

import (
	"testing"

	"pgregory.net/rapid"
)

func TestAmountRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Fen(rapid.Int64Range(0, 1<<50).Draw(t, "fen"))
		if got, err := ParseFen(f.String()); err != nil || got != f {
			t.Fatalf("%s: %v %v", f, got, err)
		}
	})
}

func TestAmountRefused(t *testing.T) {
	for in, code := range map[string]Code{
		"-1.00": CodeAmountNegative, "": CodeAmountInvalid, "1.234": CodeAmountInvalid, "1.": CodeAmountInvalid,
		"十万": CodeAmountInvalid, "1e5": CodeAmountInvalid, "99999999999999999999": CodeAmountInvalid,
	} {
		if _, err := ParseFen(in); CodeOf(err) != code {
			t.Errorf("%q: %v, want %s", in, err, code)
		}
	}
}
