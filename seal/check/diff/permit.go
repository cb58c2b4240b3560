package diff

import (
	"campus.example/sealdesk/seal/check/model"
	"campus.example/sealdesk/seal/check/reason"
)

// permit returns "" when an earlier signature permits everything that one step did, else the codes of what it does not
// permit.
func (st *step) permit(s *model.Signature) string {
	if len(st.faults) > 0 {
		return st.faults.String()
	}
	for _, f := range st.filled {
		switch {
		case s.Permits == model.PermNothing:
			return reason.NoChangesAllowed
		case s.Locked(f.name):
			return reason.LockedField
		case f.form && f.again && s.Permits == model.PermUnsaid:
			// The author of a form may let people change their answers; without that word, what stood in a field when
			// it was signed has to stay.
			return reason.FilledFieldChanged
		}
	}
	for _, a := range st.added {
		if a.timestamp && !a.visible {
			continue // a document timestamp is always permitted (ISO 32000-2 12.8.2.2)
		}
		switch {
		case s.Permits == model.PermNothing:
			return reason.NoChangesAllowed
		case s.Locked(a.name):
			return reason.LockedField
		case a.visible && s.Permits != model.PermUnsaid:
			return reason.VisibleFieldAdded // the sneaky signature attack
		}
	}
	return ""
}

// formFilled reports whether ordinary fields were filled in. The report notes it, because it shows on the page.
func (st *step) formFilled() bool {
	for _, f := range st.filled {
		if f.form {
			return true
		}
	}
	return false
}
