package file

// Value is nil (null), bool, int64, float64, Name, String, Ref, Array, *Dict or *Stream.
type Value any

type (
	Name  string
	Array []Value

	Ref struct{ Num, Gen int }

	// String is a string. Start and End are its place in the file, delimiters included; they are -1 for a string
	// that is not itself in the file, such as one in an object stream.
	String struct {
		Raw        []byte
		Start, End int
		Hex        bool
	}

	// Dict is a dictionary. Twice is true when a key was given two values, between which readers choose differently.
	Dict struct {
		Entries map[Name]Value
		Twice   bool
	}

	// Stream is a dictionary with data, still encoded.
	Stream struct {
		*Dict
		data []byte
	}
)

// NewDict returns an empty dictionary.
func NewDict() *Dict { return &Dict{Entries: map[Name]Value{}} }

// Get returns the value under a key, nil when there is none. The dictionary may be nil.
func (d *Dict) Get(key Name) Value {
	if d == nil {
		return nil
	}
	return d.Entries[key]
}

// Has reports whether there is a value under a key.
func (d *Dict) Has(key Name) bool { return d.Get(key) != nil }

// NameAt returns the name under a key, "" when there is none.
func (d *Dict) NameAt(key Name) Name {
	n, _ := d.Get(key).(Name)
	return n
}

// AsDict returns the dictionary of a dictionary or stream, nil for anything else.
func AsDict(v Value) *Dict {
	switch v := v.(type) {
	case *Dict:
		return v
	case *Stream:
		return v.Dict
	}
	return nil
}

// RefsIn calls f for every reference inside a value.
func RefsIn(v Value, f func(Ref)) {
	switch v := v.(type) {
	case Ref:
		f(v)
	case Array:
		for _, e := range v {
			RefsIn(e, f)
		}
	case *Dict:
		for _, e := range v.Entries {
			RefsIn(e, f)
		}
	case *Stream:
		RefsIn(v.Dict, f)
	}
}
