package check

import (
	"crypto"
	"encoding"
	"hash"
	"sort"

	// The digests a signature may use.
	_ "crypto/sha256"
	_ "crypto/sha512"
)

// want is one digest to be made: over the file up to end, less the hole.
type want struct {
	hole [2]int
	end  int
	algo crypto.Hash
	sum  []byte
}

// digests makes all of them. Signatures of later revisions have the file of the earlier ones as their beginning, so one
// running state per algorithm goes over the file once and is copied at each hole; only the rest of each is hashed
// on its own.
func (d *document) digests(wants []*want) error {
	sort.SliceStable(wants, func(i, j int) bool { return wants[i].hole[0] < wants[j].hole[0] })
	type running struct {
		h  hash.Hash
		at int
	}
	states := map[crypto.Hash]*running{}
	for _, w := range wants {
		s := states[w.algo]
		if s == nil {
			s = &running{h: w.algo.New()}
			states[w.algo] = s
		}
		if err := d.budget.spend(&d.budget.hashed, w.hole[0]-s.at+w.end-w.hole[1]); err != nil {
			return err
		}
		s.h.Write(d.pdf[s.at:w.hole[0]])
		s.at = w.hole[0]
		h, err := copyHash(s.h, w.algo)
		if err != nil {
			return err
		}
		h.Write(d.pdf[w.hole[1]:w.end])
		w.sum = h.Sum(nil)
	}
	return nil
}

func copyHash(h hash.Hash, algo crypto.Hash) (hash.Hash, error) {
	state, err := h.(encoding.BinaryMarshaler).MarshalBinary()
	if err != nil {
		return nil, err
	}
	out := algo.New()
	return out, out.(encoding.BinaryUnmarshaler).UnmarshalBinary(state)
}
