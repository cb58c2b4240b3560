package check

import "bytes"

// A value is nil (null), bool, int64, float64, name, text, ref, array, *dict or *stream.
type value any

type (
	name  string
	array []value

	ref struct{ num, gen int }

	// text is a string. start and end say where it stands in the file, delimiters included; they are -1 for a string
	// that is not itself in the file, such as one in an object stream.
	text struct {
		raw        []byte
		start, end int
		hex        bool
	}

	// dict is a dictionary. twice tells that a key was given two values, between which readers choose differently.
	dict struct {
		m     map[name]value
		twice bool
	}

	// stream is a dictionary with data, still encoded.
	stream struct {
		*dict
		data []byte
	}
)

func newDict() *dict { return &dict{m: map[name]value{}} }

func (d *dict) get(key name) value {
	if d == nil {
		return nil
	}
	return d.m[key]
}

func (d *dict) has(key name) bool { return d.get(key) != nil }

// nameAt gives the name under a key, "" when there is none.
func (d *dict) nameAt(key name) name {
	n, _ := d.get(key).(name)
	return n
}

// same compares two values as written: references by number, streams by their encoded bytes.
func same(b *budget, x, y value) bool {
	if b.work(1) != nil {
		return false
	}
	switch x := x.(type) {
	case text:
		y, ok := y.(text)
		return ok && bytes.Equal(x.raw, y.raw)
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
	return x.twice == y.twice && len(changedKeys(b, x, y)) == 0
}

// changedKeys lists the keys whose values differ; a null counts as absent.
func changedKeys(b *budget, x, y *dict) []name {
	var out []name
	for k, v := range x.m {
		if !same(b, v, y.m[k]) {
			out = append(out, k)
		}
	}
	for k, v := range y.m {
		if _, both := x.m[k]; !both && v != nil {
			out = append(out, k)
		}
	}
	return out
}

// asDict gives the dictionary of a dictionary or stream.
func asDict(v value) *dict {
	switch v := v.(type) {
	case *dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

// refsIn calls f for every reference inside a value.
func refsIn(v value, f func(ref)) {
	switch v := v.(type) {
	case ref:
		f(v)
	case array:
		for _, e := range v {
			refsIn(e, f)
		}
	case *dict:
		for _, e := range v.m {
			refsIn(e, f)
		}
	case *stream:
		refsIn(v.dict, f)
	}
}
