package signing

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// HeldUp tells whether an act waits for somebody of the office instead of the runner: its result was set aside, or its
// work was given up. It does not go on by itself.
func HeldUp(w *action.Work, op domain.SealOp) (bool, error) {
	if op.State == domain.SealQuarantined {
		return true, nil
	}
	j, err := jobOf(w, op)
	switch j.State {
	case domain.JobDead, domain.JobUnknown, domain.JobCancelled:
		return true, err
	}
	return false, err
}
