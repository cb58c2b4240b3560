package config

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestQuietHoursOverMidnight(t *testing.T) {
	zone := time.FixedZone("CST", 8*3600)
	at := func(day, hour, minute int) time.Time { return time.Date(2026, 9, day, hour, minute, 0, 0, zone) }
	q := Default().SMS.QuietHours
	for _, c := range []struct{ now, want time.Time }{
		{at(1, 21, 29), at(1, 21, 29)},
		{at(1, 21, 30), at(2, 7, 30)},
		{at(2, 0, 0), at(2, 7, 30)},
		{at(2, 7, 29), at(2, 7, 30)},
		{at(2, 7, 30), at(2, 7, 30)},
	} {
		if got := q.Until(c.now); !got.Equal(c.want) {
			t.Errorf("at %v: until %v, want %v", c.now, got, c.want)
		}
	}
}

func TestQuietHoursEndIsLoud(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		minute := rapid.IntRange(0, 24*60-1)
		q := QuietHours{From: minute.Draw(t, "from"), To: minute.Draw(t, "to")}
		now := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "now"), 0).UTC()
		end := q.Until(now)
		if q.Contains(end) || end.Before(now) || end.Sub(now) > 24*time.Hour {
			t.Fatalf("%s: from %v until %v", q, now, end)
		}
		var again QuietHours
		if err := again.UnmarshalText([]byte(q.String())); err != nil || again.String() != q.String() {
			t.Fatalf("%s read as %s, %v", q, again, err)
		}
	})
}

func TestQuietHoursRefuseWhatIsNoTime(t *testing.T) {
	for _, s := range []string{"21:30", "25:00-07:00", "21:30-7:30", "21:30–07:30", "07:30-07:30", "21:60-07:30", "x"} {
		var q QuietHours
		if q.UnmarshalText([]byte(s)) == nil {
			t.Errorf("%q was taken as %s", s, q)
		}
	}
}

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
