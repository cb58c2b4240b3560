package diff

import (
	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/model"
)

// History is a document with the number of references to the objects that its saves change.
type History struct {
	*model.Document
	watched   map[file.Ref]bool // objects that saves behind the first signature bring
	counted   map[file.Ref]int  // how often the revisions up to countedTo refer to them
	countedTo int
}

// NewHistory returns the history of a document.
func NewHistory(m *model.Document) *History { return &History{Document: m} }

// refsBefore counts the references of all revisions before a rank. The first call passes over the whole document; later
// ones add what the saves in between brought.
func (d *History) refsBefore(rank int) (map[file.Ref]int, error) {
	if d.counted == nil {
		d.watched = map[file.Ref]bool{}
		for later := rank; later <= d.Last(); later++ {
			for num, e := range d.Section(later).Entries {
				d.watched[file.Ref{Num: num, Gen: e.Gen}] = true
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
			if e.Kind == file.EntryFree || num == d.Section(next).Stream || d.Repeats(num, e, next) {
				continue
			}
			if before, had := d.Lookup(num, d.countedTo); had {
				if err := d.countRefs(num, before, -1); err != nil {
					return nil, err
				}
			}
			if err := d.countRefs(num, file.Version{Rank: next, Entry: e}, 1); err != nil {
				return nil, err
			}
		}
	}
	return d.counted, nil
}

// countRefs adds the references of one version of an object, sign times.
func (d *History) countRefs(num int, v file.Version, sign int) error {
	loaded, err := d.LoadVersion(num, v)
	if file.IsLimit(err) {
		return err
	}
	if file.IsCrossReference(loaded) {
		return nil
	}
	file.RefsIn(loaded, func(r file.Ref) {
		if d.watched[r] {
			d.counted[r] += sign
		}
	})
	return nil
}
