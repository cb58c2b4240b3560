package check

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
