package diff

import (
	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/model"
	"campus.example/sealdesk/seal/check/reason"
)

// Later judges every save behind the first signature and notes in each signature what came after it.
func (d *History) Later(sigs []*model.Signature) error {
	first := -1
	byObject := map[int]*model.Signature{}
	for _, s := range sigs {
		byObject[s.Object] = s
		if s.Rank >= 0 && (first < 0 || s.Rank < sigs[first].Rank || s.Rank == sigs[first].Rank && s.End < sigs[first].End) {
			first = indexOf(sigs, s)
		}
	}
	if first < 0 {
		return nil
	}
	saves, fault := d.Saves(sigs[first].End, sigs[first].Rank)
	d.boundaries(sigs, saves, sigs[first])
	for _, s := range sigs {
		d.ReadRestrictions(s)
	}
	for _, one := range saves {
		st, err := d.stepOf(one, byObject)
		if err != nil {
			return err
		}
		for _, s := range sigs {
			if s.Rank < 0 || s.Rank >= one.Rank {
				continue
			}
			if code := st.permit(s); code != "" {
				s.Forbid(code)
				continue
			}
			if st.formFilled() {
				s.Reasons.Add(reason.FormFilled)
			}
			if st.unused {
				s.Reasons.Add(reason.UnusedObjects)
			}
			s.Changed = true
		}
	}
	for _, s := range sigs {
		if fault != "" && s.Rank >= 0 {
			s.Forbid(fault)
		}
	}
	return nil
}

// indexOf returns the place of a signature in a list, -1 when it is not there.
func indexOf(sigs []*model.Signature, s *model.Signature) int {
	for i := range sigs {
		if sigs[i] == s {
			return i
		}
	}
	return -1
}

// boundaries takes the revision from every later signature that does not end where a save ends.
func (d *History) boundaries(sigs []*model.Signature, saves []file.Save, first *model.Signature) {
	ends := map[int]int{first.End: first.Rank}
	for _, one := range saves {
		ends[one.Mark], ends[one.End] = one.Rank, one.Rank
	}
	for _, s := range sigs {
		if s.Rank < 0 {
			continue
		}
		if rank, ok := ends[s.End]; !ok || rank != s.Rank {
			s.Rank = -1
			s.Covers = false
			s.Broken(reason.RevisionNotCovered)
		}
	}
}
