package check

// permit judges what one step did against what an earlier signature permits. It gives "" when all is permitted.
func (st *step) permit(s *sig) string {
	if len(st.faults) > 0 {
		return st.faults.String()
	}
	for _, f := range st.filled {
		switch {
		case s.perm == permNothing:
			return reasonRestricted
		case s.locked(f.name):
			return reasonLocked
		case f.form && f.again && s.perm == permUnsaid:
			// The author of a form may let people change their answers; without that word, what stood in a field when
			// it was signed has to stay.
			return faultValue
		}
	}
	for _, a := range st.added {
		if a.timestamp && !a.visible {
			continue // a document timestamp is always permitted (ISO 32000-2 12.8.2.2)
		}
		switch {
		case s.perm == permNothing:
			return reasonRestricted
		case s.locked(a.name):
			return reasonLocked
		case a.visible && s.perm != permUnsaid:
			return reasonNewVisible // the sneaky signature attack
		}
	}
	return ""
}

// formFilled tells whether ordinary fields were filled in, which a reader of the report should know: it shows on the
// page.
func (st *step) formFilled() bool {
	for _, f := range st.filled {
		if f.form {
			return true
		}
	}
	return false
}

func (s *sig) locked(field string) bool {
	for _, l := range s.locks {
		if l.holds(field) {
			return true
		}
	}
	return false
}

// later fills in what came after each signature.
func (d *history) later(sigs []*sig) error {
	first := -1
	byObject := map[int]*sig{}
	for _, s := range sigs {
		byObject[s.obj] = s
		if s.rank >= 0 && (first < 0 || s.rank < sigs[first].rank || s.rank == sigs[first].rank && s.end < sigs[first].end) {
			first = indexOf(sigs, s)
		}
	}
	if first < 0 {
		return nil
	}
	saves, fault := d.savesFrom(sigs[first].end, sigs[first].rank)
	d.boundaries(sigs, saves, sigs[first])
	for _, s := range sigs {
		d.restrictions(s)
	}
	for _, one := range saves {
		st, err := d.stepOf(one, byObject)
		if err != nil {
			return err
		}
		for _, s := range sigs {
			if s.rank < 0 || s.rank >= one.rank {
				continue
			}
			if code := st.permit(s); code != "" {
				s.forbid(code)
				continue
			}
			if st.formFilled() {
				s.reasons.add(noteFilled)
			}
			if st.unused {
				s.reasons.add(noteUnused)
			}
			s.changed = true
		}
	}
	for _, s := range sigs {
		if fault != "" && s.rank >= 0 {
			s.forbid(fault)
		}
	}
	return nil
}

func indexOf(sigs []*sig, s *sig) int {
	for i := range sigs {
		if sigs[i] == s {
			return i
		}
	}
	return -1
}

func (s *sig) forbid(code string) {
	s.forbidden = true
	s.reasons.add(code)
}

// boundaries wants every later signature to end where a save ends.
func (d *history) boundaries(sigs []*sig, saves []save, first *sig) {
	ends := map[int]int{first.end: first.rank}
	for _, one := range saves {
		ends[one.mark], ends[one.end] = one.rank, one.rank
	}
	for _, s := range sigs {
		if s.rank < 0 {
			continue
		}
		if rank, ok := ends[s.end]; !ok || rank != s.rank {
			s.rank = -1
			s.covers = false
			s.broken(reasonCoverage)
		}
	}
}
