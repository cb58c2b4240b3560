package domain_test

import (
	"testing"

	"pgregory.net/rapid"

	"campus.example/sealdesk/domain"
)

// Details are fields: what an act wrote is read back, whatever stands in a value.
func TestDetailFieldsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.String(), 1, 4).Draw(t, "values")
		keys := []string{"sha256", "reason", "op", "by"}
		var pairs []string
		for i, v := range values {
			pairs = append(pairs, keys[i], v)
		}
		d := domain.Fields(pairs...)
		for i, v := range values {
			if got := d.Get(keys[i]); got != string([]rune(v)) {
				t.Fatalf("%q: %s is %q, want %q", d, keys[i], got, v)
			}
		}
		if len(d.Split()) != len(values) {
			t.Fatalf("%q: %d fields", d, len(d.Split()))
		}
	})
}

// A value cannot pose as another field.
func TestDetailValueCannotForgeAField(t *testing.T) {
	d := domain.Fields("reason", `x sha256=0000 "`, "sha256", "abcd")
	if d.Get("sha256") != "abcd" {
		t.Errorf("%q", d)
	}
}

// What is written already stays readable.
func TestDetailOfOlderProgramsIsRead(t *testing.T) {
	for _, c := range []struct {
		detail domain.Detail
		key    string
		want   string
	}{
		{"sha256=ab places=keyword", "places", "keyword"},
		{"until=2026-03-01T00:00:00Z reason=the sender asked for it", "reason", "the sender asked for it"},
		{"its certificate is over", "", "its certificate is over"},
		{"sha256=", "sha256", ""},
	} {
		if got := c.detail.Get(c.key); got != c.want {
			t.Errorf("%q: %s is %q, want %q", c.detail, c.key, got, c.want)
		}
	}
}

func FuzzDetailSplit(f *testing.F) {
	for _, s := range []string{"", "a=b", `a="b c" d=e`, `a="`, "=", " x", `a=\`, `k="\x00"`} {
		f.Add(s)
	}
	f.Fuzz(func(_ *testing.T, s string) { domain.Detail(s).Split() })
}
