package page

import (
	"strconv"
	"strings"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
)

// Age writes how long ago something was, in its largest unit, short enough for a column.
func (d *Deps) Age(since time.Time) text.Safe {
	if since.IsZero() {
		return ""
	}
	return d.Length(d.Now().Sub(since))
}

// Length writes a length of time in its largest unit.
func (d *Deps) Length(t time.Duration) text.Safe {
	u := d.Words().Units
	t = max(0, t)
	n, unit := int64(t/time.Second), u.Second
	switch {
	case t >= 48*time.Hour:
		n, unit = int64(t/(24*time.Hour)), u.Day
	case t >= time.Hour:
		n, unit = int64(t/time.Hour), u.Hour
	case t >= time.Minute:
		n, unit = int64(t/time.Minute), u.Minute
	}
	return text.Clean(strconv.FormatInt(n, 10) + unit)
}

// Countdown writes minutes and seconds left, with a minus when it is too late.
func (d *Deps) Countdown(due time.Time) text.Safe {
	left := due.Sub(d.Now()).Round(time.Second)
	sign := ""
	if left < 0 {
		sign, left = "-", -left
	}
	if left >= time.Hour {
		return text.Clean(sign) + d.Length(left)
	}
	m, s := int(left/time.Minute), int(left/time.Second)%60
	return text.Clean(sign + twoDigits(m) + ":" + twoDigits(s))
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// zone is the office's time, UTC+8 without daylight saving.
func zone() *time.Location { return time.FixedZone("Asia/Shanghai", 8*60*60) }

// Clock writes the time of day, with the date when it was another day.
func (d *Deps) Clock(at time.Time) text.Safe {
	if at.IsZero() {
		return ""
	}
	at, now := at.In(zone()), d.Now().In(zone())
	if at.YearDay() == now.YearDay() && at.Year() == now.Year() {
		return text.Clean(at.Format("15:04"))
	}
	return text.Clean(at.Format("01-02 15:04"))
}

// Day writes the day, in the office's time.
func Day(at time.Time) text.Safe { return text.Clean(at.In(zone()).Format(time.DateOnly)) }

// Yuan writes an amount with its thousands apart, without fen when there are none.
func Yuan(f domain.Fen) text.Safe {
	whole, frac, _ := strings.Cut(f.String(), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if frac != "00" {
		whole += "." + frac
	}
	return text.Clean(sign + whole)
}
