package port

import (
	"time"
)

// Later is a handler's wish to be called again at a time without the attempt counting: a result is pending, a key
// is locked, it is the schedule.
type Later struct {
	At  time.Time
	Why string
}

// Error tells why.
func (l *Later) Error() string { return "later: " + l.Why }

// Again is a failed attempt that is repeated with growing pauses, up to the job's limit, though its code says that the
// same work has the same result: what it works on may be replaced meanwhile.
type Again struct{ Err error }

// Error returns that of the attempt.
func (a *Again) Error() string { return a.Err.Error() }

// Unwrap returns the error of the attempt.
func (a *Again) Unwrap() error { return a.Err }
