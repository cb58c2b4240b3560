package file

import "bytes"

// Same reports whether two values are written alike: references by number, streams by their encoded bytes.
func (d *Document) Same(x, y Value) bool { return same(d.budget, x, y) }

// ChangedKeys returns the keys whose values differ. A null counts as absent.
func (d *Document) ChangedKeys(x, y *Dict) []Name { return changedKeys(d.budget, x, y) }

// same does what Document.Same does, against a budget.
func same(b *budget, x, y Value) bool {
	if b.work(1) != nil {
		return false
	}
	switch x := x.(type) {
	case String:
		y, ok := y.(String)
		return ok && bytes.Equal(x.Raw, y.Raw)
	case Array:
		y, ok := y.(Array)
		if !ok || len(x) != len(y) {
			return false
		}
		for i := range x {
			if !same(b, x[i], y[i]) {
				return false
			}
		}
		return true
	case *Dict:
		y, ok := y.(*Dict)
		return ok && sameDict(b, x, y)
	case *Stream:
		y, ok := y.(*Stream)
		return ok && sameDict(b, x.Dict, y.Dict) && bytes.Equal(x.data, y.data)
	}
	switch y.(type) {
	case String, Array, *Dict, *Stream:
		return false
	}
	return x == y || sameNumber(x, y)
}

// sameNumber reports whether a whole number and a real one are equal: writers change between 612 and 612.0.
func sameNumber(x, y Value) bool {
	whole, ok1 := x.(int64)
	real, ok2 := y.(float64)
	if !ok1 || !ok2 {
		whole, ok1 = y.(int64)
		real, ok2 = x.(float64)
	}
	return ok1 && ok2 && float64(whole) == real
}

func sameDict(b *budget, x, y *Dict) bool {
	return x.Twice == y.Twice && len(changedKeys(b, x, y)) == 0
}

// changedKeys does what Document.ChangedKeys does, against a budget.
func changedKeys(b *budget, x, y *Dict) []Name {
	var out []Name
	for k, v := range x.Entries {
		if !same(b, v, y.Entries[k]) {
			out = append(out, k)
		}
	}
	for k, v := range y.Entries {
		if _, both := x.Entries[k]; !both && v != nil {
			out = append(out, k)
		}
	}
	return out
}
