package check

import "bytes"

// Same compares two values as written.
func (d *document) Same(x, y value) bool { return same(d.budget, x, y) }

// ChangedKeys lists the keys whose values differ; a null counts as absent.
func (d *document) ChangedKeys(x, y *dict) []name { return changedKeys(d.budget, x, y) }

// same compares two values as written: references by number, streams by their encoded bytes.
func same(b *budget, x, y value) bool {
	if b.work(1) != nil {
		return false
	}
	switch x := x.(type) {
	case text:
		y, ok := y.(text)
		return ok && bytes.Equal(x.Raw, y.Raw)
	case array:
		y, ok := y.(array)
		if !ok || len(x) != len(y) {
			return false
		}
		for i := range x {
			if !same(b, x[i], y[i]) {
				return false
			}
		}
		return true
	case *dict:
		y, ok := y.(*dict)
		return ok && sameDict(b, x, y)
	case *stream:
		y, ok := y.(*stream)
		return ok && sameDict(b, x.dict, y.dict) && bytes.Equal(x.data, y.data)
	}
	switch y.(type) {
	case text, array, *dict, *stream:
		return false
	}
	return x == y || sameNumber(x, y)
}

// sameNumber tells that a whole number and a real one are equal: writers change between 612 and 612.0.
func sameNumber(x, y value) bool {
	whole, ok1 := x.(int64)
	real, ok2 := y.(float64)
	if !ok1 || !ok2 {
		whole, ok1 = y.(int64)
		real, ok2 = x.(float64)
	}
	return ok1 && ok2 && float64(whole) == real
}

func sameDict(b *budget, x, y *dict) bool {
	return x.Twice == y.Twice && len(changedKeys(b, x, y)) == 0
}

// changedKeys lists the keys whose values differ; a null counts as absent.
func changedKeys(b *budget, x, y *dict) []name {
	var out []name
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
