package check

// history is a document with the references that its saves change.
type history struct {
	*modelled
	watched   map[ref]bool // objects that saves behind the first signature bring
	counted   map[ref]int  // how often the revisions up to countedTo refer to them
	countedTo int
}

func newHistory(m *modelled) *history { return &history{modelled: m} }

// refsBefore counts the references of all revisions before a rank. The first call passes over the whole document; later
// ones add what the saves in between brought.
func (d *history) refsBefore(rank int) (map[ref]int, error) {
	if d.counted == nil {
		d.watched = map[ref]bool{}
		for later := rank; later <= d.Last(); later++ {
			for num, e := range d.Section(later).Entries {
				d.watched[ref{Num: num, Gen: e.Gen}] = true
			}
		}
		count, err := d.References(rank-1, d.watched)
		if err != nil {
			return nil, err
		}
		d.counted, d.countedTo = count, rank-1
	}
	for ; d.countedTo < rank-1; d.countedTo++ {
		next := d.countedTo + 1
		for num, e := range d.Section(next).Entries {
			if e.Kind == entryFree || num == d.Section(next).Stream || d.Repeats(num, e, next) {
				continue
			}
			if before, had := d.Lookup(num, d.countedTo); had {
				if err := d.countRefs(num, before, -1); err != nil {
					return nil, err
				}
			}
			if err := d.countRefs(num, version{Rank: next, entry: e}, 1); err != nil {
				return nil, err
			}
		}
	}
	return d.counted, nil
}

// countRefs adds or takes away what one version of an object refers to.
func (d *history) countRefs(num int, v version, sign int) error {
	loaded, err := d.LoadVersion(num, v)
	if isLimit(err) {
		return err
	}
	if isCrossReference(loaded) {
		return nil
	}
	refsIn(loaded, func(r ref) {
		if d.watched[r] {
			d.counted[r] += sign
		}
	})
	return nil
}
