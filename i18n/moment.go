package i18n

import (
	"strconv"
	"time"
)

// Moment shows a time to the minute in the office's time, UTC+8 without daylight saving (Asia/Shanghai); the zero
// time is empty.
func Moment(at time.Time) string { return shown(at, "2006-01-02 15:04") }

// Instant returns a time to the second in the office's time; the zero time is empty.
func Instant(at time.Time) string { return shown(at, time.DateTime) }

func shown(at time.Time, layout string) string {
	if at.IsZero() {
		return ""
	}
	return at.In(time.FixedZone("Asia/Shanghai", 8*60*60)).Format(layout)
}

// Duration shows a length of time in its largest whole unit, rounded up so that nobody comes back too early.
func (t *Text) Duration(d time.Duration) string {
	units := t.Words.Units
	switch {
	case d < 0:
		return t.Duration(-d)
	case d < time.Minute:
		return amount(d, time.Second, units.Second, units.Seconds)
	case d < 2*time.Hour:
		return amount(d, time.Minute, units.Minute, units.Minutes)
	case d < 48*time.Hour:
		return amount(d, time.Hour, units.Hour, units.Hours)
	}
	return amount(d, 24*time.Hour, units.Day, units.Days)
}

func amount(d, unit time.Duration, one, many string) string {
	n := int64((d + unit - 1) / unit)
	if n == 1 {
		return "1 " + one
	}
	return strconv.FormatInt(n, 10) + " " + many
}
