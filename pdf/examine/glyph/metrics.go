package glyph

import (
	"sort"

	"campus.example/sealdesk/pdf/read"
)

// maxCIDs is how many glyphs a font has at most.
const maxCIDs = 1 << 16

// metrics are values for CIDs, as they stand: a range is kept as a range.
type metrics struct {
	single map[int][]float64
	ranges []metricRange // by first
}

type metricRange struct {
	first, last int
	v           []float64
}

func (m metrics) of(cid int) ([]float64, bool) {
	if v, ok := m.single[cid]; ok {
		return v, true
	}
	i := sort.Search(len(m.ranges), func(i int) bool { return m.ranges[i].first > cid }) - 1
	if i >= 0 && cid <= m.ranges[i].last {
		return m.ranges[i].v, true
	}
	return nil, false
}

// perCID reads an array of the form "c [v ...]" or "first last v" with n values for each CID (9.7.4.3).
func (f *Finder) perCID(o read.Object, n int) (metrics, error) {
	m := metrics{single: map[int][]float64{}}
	a, err := f.doc.Array(o)
	if err != nil {
		return m, mild(err)
	}
	for i := 0; i+1 < len(a); {
		first := int(f.number(a[i], -1))
		next, err := f.doc.Get(a[i+1])
		if err != nil {
			return m, mild(err)
		}
		if list, ok := next.(read.Array); ok {
			for k := 0; k+n <= len(list) && k/n < maxCIDs; k += n {
				m.single[first+k/n] = f.values(list[k : k+n])
			}
			i += 2
			continue
		}
		if i+2+n > len(a) {
			break
		}
		m.ranges = append(m.ranges, metricRange{first, int(f.number(a[i+1], -1)), f.values(a[i+2 : i+2+n])})
		i += 2 + n
	}
	sort.SliceStable(m.ranges, func(i, j int) bool { return m.ranges[i].first < m.ranges[j].first })
	return m, nil
}

func (f *Finder) values(list read.Array) []float64 {
	out := make([]float64, len(list))
	for i, o := range list {
		out[i] = f.number(o, 0)
	}
	return out
}
