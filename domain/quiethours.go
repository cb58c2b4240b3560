package domain

import (
	"fmt"
	"time"
)

// QuietHours is the part of a day in which a message that can wait is not sent, in minutes since midnight of the office's
// time zone. From is the first quiet minute, To the first one after; both equal means never quiet.
type QuietHours struct {
	From, To int
}

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

// String writes the hours as "21:30-07:30", none as "none".
func (q QuietHours) String() string {
	if q.None() {
		return RuleNone
	}
	return fmt.Sprintf("%02d:%02d-%02d:%02d", q.From/60, q.From%60, q.To/60, q.To%60)
}

// ParseQuietHours reads what String writes; ok is false for anything else. Hours that begin when they end are refused: they
// could mean all day or never.
func ParseQuietHours(s string) (q QuietHours, ok bool) {
	if s == RuleNone {
		return q, true
	}
	const pattern = "00:00-00:00"
	if len(s) != len(pattern) || s[5] != '-' {
		return q, false
	}
	from, errFrom := time.Parse("15:04", s[:5])
	to, errTo := time.Parse("15:04", s[6:])
	if errFrom != nil || errTo != nil {
		return q, false
	}
	q = QuietHours{From: from.Hour()*60 + from.Minute(), To: to.Hour()*60 + to.Minute()}
	return q, !q.None()
}
