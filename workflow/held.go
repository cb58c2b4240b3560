package workflow

import "sealdesk/domain"

// heldUp tells whether an act waits for somebody of the office instead of the engine: its result was set aside, or its
// work was given up. It does not go on by itself.
func heldUp(w *Work, op domain.SealOp) (bool, error) {
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
