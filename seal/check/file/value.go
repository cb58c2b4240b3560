package file

// A value is nil (null), bool, int64, float64, name, text, ref, array, *dict or *stream.
type Value any

type (
	Name  string
	Array []Value

	Ref struct{ Num, Gen int }

	// String is a string. start and end say where it stands in the file, delimiters included; they are -1 for a string
	// that is not itself in the file, such as one in an object stream.
	String struct {
		Raw        []byte
		Start, End int
		Hex        bool
	}

	// Dict is a dictionary. twice tells that a key was given two values, between which readers choose differently.
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

func NewDict() *Dict { return &Dict{Entries: map[Name]Value{}} }

func (d *Dict) Get(key Name) Value {
	if d == nil {
		return nil
	}
	return d.Entries[key]
}

func (d *Dict) Has(key Name) bool { return d.Get(key) != nil }

// NameAt gives the name under a key, "" when there is none.
func (d *Dict) NameAt(key Name) Name {
	n, _ := d.Get(key).(Name)
	return n
}

// AsDict gives the dictionary of a dictionary or stream.
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
