package app

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// G24: the doctor finds a clock that is off, by what the providers' answers say; one that is wrong itself decides
// nothing, and nobody to ask is no finding.
func TestG24DoctorFindsAClockThatIsOff(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 400e6, time.UTC)
	says := func(off time.Duration) provider {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Date", now.Add(off).Format(http.TimeFormat))
			w.WriteHeader(http.StatusNotFound)
		}))
		t.Cleanup(server.Close)
		return provider{"tsa", server.URL}
	}
	mute := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Header()["Date"] = nil }))
	t.Cleanup(mute.Close)
	for name, c := range map[string]struct {
		list  []provider
		level Level
		off   time.Duration
	}{
		"right":               {[]provider{says(0)}, Good, 0},
		"a second of slack":   {[]provider{says(-time.Second)}, Good, 400 * time.Millisecond},
		"behind":              {[]provider{says(20 * time.Second)}, Warn, -19600 * time.Millisecond},
		"far ahead":           {[]provider{says(-10 * time.Minute), says(-10 * time.Minute)}, Bad, 9*time.Minute + 59400*time.Millisecond},
		"one of three wrong":  {[]provider{says(0), says(-24 * time.Hour), says(0)}, Good, 0},
		"nobody to ask":       {[]provider{{"sms", ""}, {"identity", "http://127.0.0.1:1"}}, Skipped, 0},
		"no date in its head": {[]provider{{"sms", mute.URL}}, Skipped, 0},
	} {
		got := clock(t.Context(), func() time.Time { return now }, c.list)
		if got.Level != c.level || got.Off != c.off || got.Name != "clock" {
			t.Errorf("%s: %s, off by %s, want %s, %s", name, got.Level, got.Off, c.level, c.off)
		}
	}
}
