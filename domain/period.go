package domain

import "time"

// Begin starts the signing period at the push (G6).
func (c *Contract) Begin(now time.Time, days int, warn []int) {
	c.PushedAt, c.ExpiresAt = now, now.AddDate(0, 0, days)
	c.Warned = warnedBy(warn, c.ExpiresAt.Sub(now))
}

// Extend gives the signers time until another moment. Errors: CodeWrongStage when nobody has to sign any more,
// CodeDeadline for a moment that is over or not later than the present one.
func (c *Contract) Extend(until, now time.Time, warn []int) error {
	if !c.Stage.Signing() {
		return Fail(CodeWrongStage, c.No, c.Stage)
	}
	if !until.After(now) || !until.After(c.ExpiresAt) {
		return Fail(CodeDeadline)
	}
	c.ExpiresAt, c.Warned = until, warnedBy(warn, until.Sub(now))
	return nil
}

// Expired tells whether the signing period is over with somebody still to sign.
func (c *Contract) Expired(now time.Time) bool {
	return c.Stage.Signing() && !c.ExpiresAt.IsZero() && !now.Before(c.ExpiresAt)
}

// WarningDue gives the warning that is due: how many days before the end it belongs to, 0 for none. Of several that
// were missed, the last one is given.
func (c *Contract) WarningDue(now time.Time, warn []int) int {
	if !c.Stage.Signing() || c.ExpiresAt.IsZero() || c.Expired(now) {
		return 0
	}
	if due := warnedBy(warn, c.ExpiresAt.Sub(now)); due != 0 && (c.Warned == 0 || due < c.Warned) {
		return due
	}
	return 0
}

// warnedBy is the last warning that lies behind when so much time is left. A period that is shorter than a warning's
// days does not begin with that warning.
func warnedBy(warn []int, left time.Duration) int {
	least := 0
	for _, d := range warn {
		if left <= time.Duration(d)*24*time.Hour && (least == 0 || d < least) {
			least = d
		}
	}
	return least
}
