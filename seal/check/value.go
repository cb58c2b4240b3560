package check

// A value is nil (null), bool, int64, float64, name, text, ref, array, *dict or *stream.
type value any

type (
	name  string
	array []value

	ref struct{ Num, Gen int }

	// text is a string. start and end say where it stands in the file, delimiters included; they are -1 for a string
	// that is not itself in the file, such as one in an object stream.
	text struct {
		Raw        []byte
		Start, End int
		Hex        bool
	}

	// dict is a dictionary. twice tells that a key was given two values, between which readers choose differently.
	dict struct {
		Entries map[name]value
		Twice   bool
	}

	// stream is a dictionary with data, still encoded.
	stream struct {
		*dict
		data []byte
	}
)

func newDict() *dict { return &dict{Entries: map[name]value{}} }

func (d *dict) Get(key name) value {
	if d == nil {
		return nil
	}
	return d.Entries[key]
}

func (d *dict) Has(key name) bool { return d.Get(key) != nil }

// NameAt gives the name under a key, "" when there is none.
func (d *dict) NameAt(key name) name {
	n, _ := d.Get(key).(name)
	return n
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
		for _, e := range v.Entries {
			refsIn(e, f)
		}
	case *stream:
		refsIn(v.dict, f)
	}
}
