package domain

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestQuietHoursOverMidnight(t *testing.T) {
	zone := time.FixedZone("CST", 8*3600)
	at := func(day, hour, minute int) time.Time { return time.Date(2026, 9, day, hour, minute, 0, 0, zone) }
	q := QuietHours{From: 21*60 + 30, To: 7*60 + 30}
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
		if again, ok := ParseQuietHours(q.String()); !ok || again.String() != q.String() {
			t.Fatalf("%s read as %s, %v", q, again, ok)
		}
	})
}

func TestQuietHoursRefuseWhatIsNoTime(t *testing.T) {
	for _, s := range []string{"21:30", "25:00-07:00", "21:30-7:30", "21:30–07:30", "07:30-07:30", "21:60-07:30", "x", ""} {
		if q, ok := ParseQuietHours(s); ok {
			t.Errorf("%q was taken as %s", s, q)
		}
	}
}
