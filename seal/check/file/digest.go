package file

import (
	"crypto"
	"encoding"
	"hash"
	"sort"

	// The digests a signature may use.
	_ "crypto/sha256"
	_ "crypto/sha512"
)

// Digest is one digest to be made: over the file up to End, less the hole.
type Digest struct {
	Hole [2]int
	End  int
	Hash crypto.Hash
	Sum  []byte
}

// Digests makes all of them. Signatures of later revisions have the file of the earlier ones as their beginning, so one
// running state per algorithm goes over the file once and is copied at each hole; only the rest of each is hashed on
// its own. It fails when the budget does not cover them.
func (d *Document) Digests(wants []*Digest) error {
	sort.SliceStable(wants, func(i, j int) bool { return wants[i].Hole[0] < wants[j].Hole[0] })
	type running struct {
		h  hash.Hash
		at int
	}
	states := map[crypto.Hash]*running{}
	for _, w := range wants {
		s := states[w.Hash]
		if s == nil {
			s = &running{h: w.Hash.New()}
			states[w.Hash] = s
		}
		if err := d.budget.spend(&d.budget.hashed, w.Hole[0]-s.at+w.End-w.Hole[1]); err != nil {
			return err
		}
		s.h.Write(d.pdf[s.at:w.Hole[0]])
		s.at = w.Hole[0]
		h, err := copyHash(s.h, w.Hash)
		if err != nil {
			return err
		}
		h.Write(d.pdf[w.Hole[1]:w.End])
		w.Sum = h.Sum(nil)
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
