package config

import "testing"

func TestDurationReadsLikePeopleWrite(t *testing.T) {
	for in, want := range map[string]string{"60s": "1m", "30m": "30m", "200ms": "200ms", "24h": "24h", "90m": "1h30m", "0s": "0s", "10s": "10s"} {
		var d Duration
		if err := d.UnmarshalText([]byte(in)); err != nil || d.String() != want {
			t.Errorf("%s: got %s, %v; want %s", in, d, err, want)
		}
	}
	var d Duration
	for _, in := range []string{"60", "", "1d", "soon"} {
		if d.UnmarshalText([]byte(in)) == nil {
			t.Errorf("%q was taken", in)
		}
	}
}
