package config

import (
	"errors"
	"fmt"
	"time"
)

// QuietHours is the part of a day in which nobody is sent a message that can wait, in minutes since midnight of
// the office's time zone. From is the first quiet minute, To the first loud one; both equal means never quiet.
type QuietHours struct {
	From, To int
}

var errQuietHours = errors.New(`no quiet hours: want "21:30-07:30" or ""`)

// None reports that no hour is quiet.
func (q QuietHours) None() bool { return q.From == q.To }

// Contains reports whether t, read in its own location, is quiet.
func (q QuietHours) Contains(t time.Time) bool {
	m := t.Hour()*60 + t.Minute()
	if q.From <= q.To {
		return m >= q.From && m < q.To
	}
	return m >= q.From || m < q.To
}

// Until is when a message of time t may go: t itself outside quiet hours, else their end.
func (q QuietHours) Until(t time.Time) time.Time {
	if !q.Contains(t) {
		return t
	}
	end := time.Date(t.Year(), t.Month(), t.Day(), q.To/60, q.To%60, 0, 0, t.Location())
	if !end.After(t) {
		end = time.Date(t.Year(), t.Month(), t.Day()+1, q.To/60, q.To%60, 0, 0, t.Location())
	}
	return end
}

// String writes the hours as "21:30-07:30", none as "".
func (q QuietHours) String() string {
	if q.None() {
		return ""
	}
	return fmt.Sprintf("%02d:%02d-%02d:%02d", q.From/60, q.From%60, q.To/60, q.To%60)
}

// MarshalText writes the hours for the file.
func (q QuietHours) MarshalText() ([]byte, error) { return []byte(q.String()), nil }

// UnmarshalText reads what String writes.
func (q *QuietHours) UnmarshalText(text []byte) error {
	s := string(text)
	if s == "" {
		*q = QuietHours{}
		return nil
	}
	const pattern = "00:00-00:00"
	if len(s) != len(pattern) || s[5] != '-' {
		return errQuietHours
	}
	from, err := time.Parse("15:04", s[:5])
	if err != nil {
		return errQuietHours
	}
	to, err := time.Parse("15:04", s[6:])
	if err != nil {
		return errQuietHours
	}
	read := QuietHours{From: from.Hour()*60 + from.Minute(), To: to.Hour()*60 + to.Minute()}
	if read.None() {
		return errQuietHours // all day or never? Nobody can tell
	}
	*q = read
	return nil
}
