package domain

import "time"

const (
	// PINFree is how many wrong PINs in a row cost no time.
	PINFree = 4
	// pinWait is the wait after the first wrong PIN past that; each further one doubles it.
	pinWait = 30 * time.Second
	// pinWaitMost bounds the wait.
	pinWaitMost = 12 * time.Hour
)

// PINTry counts the wrong PINs of an operator in a row, over sessions and restarts.
type PINTry struct {
	Operator string
	Wrong    int
	Until    time.Time // no PIN is tried before
}

// Begin counts a try as wrong before the PIN is looked at, so that tries at the same time count too. A right PIN sets the
// count back. Error: CodePINWait with the seconds that are left of the wait.
func (t *PINTry) Begin(now time.Time) error {
	if now.Before(t.Until) {
		return Fail(CodePINWait, int(t.Until.Sub(now)/time.Second)+1)
	}
	t.Wrong++
	t.Until = time.Time{}
	if over := t.Wrong - PINFree; over > 0 {
		wait := pinWaitMost
		if over < 12 {
			wait = min(wait, pinWait<<(over-1))
		}
		t.Until = now.Add(wait)
	}
	return nil
}

// Right sets the count back after a right PIN.
func (t *PINTry) Right() { t.Wrong, t.Until = 0, time.Time{} }
