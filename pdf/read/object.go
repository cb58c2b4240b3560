package read

import (
	"fmt"
	"maps"
	"slices"
)

// Object is one of: nil (null), bool, int, float64, String, Name, Array, Dict, Ref, *Stream.
type Object any

// The kinds of objects (7.3).
type (
	// Name is without its slash and with its #xx read.
	Name string
	// String is the bytes of a literal or hexadecimal string.
	String string
	// Array is a list of objects.
	Array []Object
	// Dict is a dictionary. A key that stands twice is noted as an oddity; the last one counts.
	Dict map[Name]Object
	// Ref is a reference to an indirect object.
	Ref struct{ Num, Gen int }
	// Stream is a dictionary with data as it stands in the file: packed and, in an encrypted document, encrypted.
	Stream struct {
		Dict Dict
		Raw  []byte
		ref  Ref  // zero for a stream that is not encrypted
		odd  bool // Length was wrong
	}
)

// String writes a reference as it stands in a file.
func (r Ref) String() string { return fmt.Sprintf("%d %d R", r.Num, r.Gen) }

// Get gives what the object is or refers to. A reference to what is not there is null (7.3.10).
func (d *Document) Get(o Object) (Object, error) {
	for range 32 {
		r, ok := o.(Ref)
		if !ok {
			return o, nil
		}
		var err error
		if o, err = d.load(r); err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("%w: references go in a circle", ErrDamaged)
}

func as[T Object](d *Document, o Object, kind string) (zero T, there bool, err error) {
	o, err = d.Get(o)
	if err != nil || o == nil {
		return zero, false, err
	}
	t, ok := o.(T)
	if !ok {
		return zero, false, fmt.Errorf("%w: %T where %s belongs", ErrDamaged, o, kind)
	}
	return t, true, nil
}

// Dict gives the dictionary; nil for null. Anything else is ErrDamaged; so for the following.
func (d *Document) Dict(o Object) (Dict, error) {
	v, _, err := as[Dict](d, o, "a dictionary")
	return v, err
}

// Array gives the array; nil for null.
func (d *Document) Array(o Object) (Array, error) {
	v, _, err := as[Array](d, o, "an array")
	return v, err
}

// Stream gives the stream; nil for null.
func (d *Document) Stream(o Object) (*Stream, error) {
	v, _, err := as[*Stream](d, o, "a stream")
	return v, err
}

// Name gives the name; empty for null.
func (d *Document) Name(o Object) (Name, error) {
	v, _, err := as[Name](d, o, "a name")
	return v, err
}

// Text gives the bytes of the string; empty for null.
func (d *Document) Text(o Object) (String, error) {
	v, _, err := as[String](d, o, "a string")
	return v, err
}

// Int gives the whole number; ok is false for null. A real without a fraction counts.
func (d *Document) Int(o Object) (v int, ok bool, err error) {
	f, ok, err := d.Number(o)
	if err != nil || !ok {
		return 0, false, err
	}
	if f != float64(int(f)) {
		return 0, false, fmt.Errorf("%w: %v where a whole number belongs", ErrDamaged, f)
	}
	return int(f), true, nil
}

// Number gives the number; ok is false for null.
func (d *Document) Number(o Object) (v float64, ok bool, err error) {
	o, err = d.Get(o)
	if err != nil || o == nil {
		return 0, false, err
	}
	switch n := o.(type) {
	case int:
		return float64(n), true, nil
	case float64:
		return n, true, nil
	}
	return 0, false, fmt.Errorf("%w: %T where a number belongs", ErrDamaged, o)
}

// Keys gives the keys in alphabetical order.
func (d Dict) Keys() []Name {
	out := slices.AppendSeq(make([]Name, 0, len(d)), maps.Keys(d))
	slices.Sort(out)
	return out
}
